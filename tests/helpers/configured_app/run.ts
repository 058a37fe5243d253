import 'reflect-metadata'
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Configure from '@adonisjs/core/commands/configure'
import { IgnitorFactory } from '@adonisjs/core/factories'
import { defineConfig } from '@adonisjs/lucid'
import { layOut } from './files.js'

/** What the command is given, and how a person at a terminal answers; without answers there is no terminal. */
export interface Order {
  flags: string[]
  answers?: Record<string, number | number[] | string>
}

export type Files = Record<string, string>

/** The files of an application before, after and after a second time of configuring the chat in it. */
export type States = [before: Files, after: Files, again: Files]

/**
 * A process of its own, for an application is one of a process: configures the chat twice in a temporary application per
 * order, and sends their files before, between and after.
 */
const orders = JSON.parse(process.argv[2]) as Order[]
const all: Files[][] = []
for (const order of orders) all.push(await statesOf(order))
await new Promise((resolve) => process.send!(all, resolve))
process.exit()

async function statesOf(order: Order) {
  const folder = await mkdtemp('tmp/configured-')
  try {
    await layOut(folder)
    const states = [await filesOf(folder)]
    while (states.length < 3) {
      await configure(folder, order)
      states.push(await filesOf(folder))
    }
    return states
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function configure(folder: string, { flags, answers }: Order) {
  const root = pathToFileURL(join(process.cwd(), folder, '/'))
  const app = new IgnitorFactory()
    .withCoreProviders()
    .withCoreConfig()
    .merge({
      config: { database: defineConfig({ connection: 'none', connections: {} }) },
      rcFileContents: { providers: [() => import('@adonisjs/lucid/database_provider')] },
    })
    .create(root, { importer: (path) => import(path) })
    .createApp('console')
  await app.init()
  await app.boot()
  const ace = await app.container.make('ace')
  ace.ui.switchMode('raw')
  const command = await ace.create(Configure, ['adonis-crm-chat', ...flags])
  process.stdin.isTTY = Boolean(answers)
  for (const [question, answer] of Object.entries(answers ?? {})) {
    const prompt = command.prompt.trap(question)
    if (typeof answer === 'string') prompt.replyWith(answer)
    else if (Array.isArray(answer)) prompt.chooseOptions(answer)
    else prompt.chooseOption(answer)
  }
  await command.exec()
  if (command.error) throw command.error
  await app.terminate()
}

async function filesOf(folder: string): Promise<Files> {
  const paths = await Array.fromAsync(glob('**/{*,.env}', { cwd: folder, withFileTypes: true }))
  const files = paths.filter((each) => each.isFile())
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, string]> => {
      const path = join(parentPath, name)
      return [path.slice(path.indexOf(folder) + folder.length + 1), await readFile(path, 'utf8')]
    })
  )
  return Object.fromEntries(texts)
}
