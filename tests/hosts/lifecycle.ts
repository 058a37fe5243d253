import assert from 'node:assert/strict'
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import Database from 'better-sqlite3'
import { shell, type Step } from './shell.js'

/** So many migrations did the release before not have. */
const NEWEST = 2
const MIGRATIONS = 'database/migrations/chat'
const PREFIX = 'crm_chat_'
const OUR_WORDS = 'Ask Ada before you change anything'

/**
 * What comes later, with the conversations of the story: an upgrade from the release before, and the removal. Beside
 * its packages and their configuration nothing of the chat is left in the application then.
 */
export async function playLifecycle(folder: string, check: Step) {
  const host = shell(folder)
  bringData(folder)
  const before = counts(folder)
  assert.ok(before.messages >= 2)

  await host(`node ace migration:rollback --step=${NEWEST}`)
  const files = globSync(`${MIGRATIONS}/*.ts`, { cwd: folder }).sort()
  for (const file of files.slice(-NEWEST)) rmSync(join(folder, file))
  await check('chat:upgrade', async () => {
    assert.match(await failing(host, 'node ace chat:doctor'), /2 migrations .* chat:upgrade/)
    assert.match(await host('node ace chat:upgrade 2>&1'), /copy of the view settings\/home\.edge/)
    assert.match(await failing(host, 'node ace chat:doctor'), /2 migrations .* migration:run/)
    await host('node ace migration:run && node ace chat:doctor && git diff --exit-code')
    assert.deepEqual(counts(folder), before)
  })

  await check('chat:uninstall --dry-run', async () => {
    assert.match(await host('node ace chat:uninstall --dry-run'), /table crm_chat_messages/)
    await host('git diff --exit-code && test -z "$(git status --porcelain)"')
    assert.deepEqual(counts(folder), before)
  })

  await check('chat:uninstall', async () => {
    await host('node ace chat:uninstall --force')
    await host('npm uninstall --no-audit --no-fund adonis-crm-chat')
    assert.deepEqual(tablesOf(folder).sort(), ['adonis_schema', 'adonis_schema_versions', 'users'])
    assert.deepEqual(
      recordedIn(folder).filter((name) => /chat/.test(name)),
      []
    )
    assert.deepEqual(globSync('tmp/*-chat-search*', { cwd: folder }), [])
    const left = await host('git add -A && git diff --cached --name-only HEAD~2')
    assert.deepEqual(left.trim().split('\n').sort(), [
      'package-lock.json',
      'package.json',
      'start/env.ts',
    ])
    assert.ok(!readFileSync(join(folder, 'adonisrc.ts'), 'utf8').includes('crm-chat'))
    await host('npm run typecheck && npm run lint && node ace migration:run && node ace list')
  })
}

/** A view of the host's own; the story looks for what it says. */
export async function ejectView(folder: string) {
  const path = 'settings/home.edge'
  await shell(folder)(`node ace chat:eject views --only=${path}`)
  const copy = join(folder, 'resources/views/chat', path)
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('</h1>', `</h1><p>${OUR_WORDS}</p>`))
}

export async function checkEjectedView(agent: Page) {
  await agent.goto(new URL('/chat/settings', agent.url()).href)
  await agent.getByText(OUR_WORDS).waitFor()
}

/** The production build has written them, into a database of its own. */
function bringData(folder: string) {
  for (const file of globSync('tmp/db.sqlite3*', { cwd: folder })) rmSync(join(folder, file))
  for (const file of globSync('tmp/db.sqlite3*', { cwd: join(folder, 'build') }))
    cpSync(join(folder, 'build', file), join(folder, file))
}

function read<Result>(folder: string, work: (database: Database.Database) => Result) {
  const database = new Database(join(folder, 'tmp/db.sqlite3'), { readonly: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function counts(folder: string) {
  return read(folder, (database) => {
    const names = ['conversations', 'messages', 'visitors', 'widgets'] as const
    const count = (name: string) =>
      database.prepare(`select count(*) as n from ${PREFIX}${name}`).get() as { n: number }
    return Object.fromEntries(names.map((name) => [name, count(name).n]))
  })
}

const recordedIn = (folder: string) =>
  read(folder, (database) => {
    const rows = database.prepare('select name from adonis_schema').all()
    return (rows as { name: string }[]).map(({ name }) => name)
  })

const tablesOf = (folder: string) =>
  read(folder, (database) => {
    const rows = database.prepare(`select name from sqlite_master where type = 'table'`).all()
    return (rows as { name: string }[]).map(({ name }) => name).filter((n) => !/^sqlite_/.test(n))
  })

/** What a command prints that ends with an error. */
async function failing(host: (command: string) => Promise<string>, command: string) {
  return host(`! (${command} 2>&1)`)
}
