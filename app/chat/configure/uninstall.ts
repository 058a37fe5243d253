import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { BaseCommand } from '@adonisjs/core/ace'
import { migrationsFolder } from '#chat/configure/migrations'
import { chatClient, chatTable } from '#chat/models/chat_model'
import { chatViews } from '#chat/support/package_files'
import { CHAT_TABLES } from '#chat/models/tables'

interface Removal {
  /** A sentence that says what goes. */
  what: string
  remove: () => unknown
}

/** The entries of `adonisrc.ts` that begin with this. */
const entriesOf = (path: string) =>
  new RegExp(`^\\s*\\(\\) => import\\('${path}/[a-z_]+'\\),?\\n`, 'gm')

/** Packages whose configuration `configure` writes where there is none. */
const SHARED = ['limiter', 'transmit']

/** Tables that others refer to go after these. */
const FIRST = [
  'messages',
  'conversation_labels',
  'agent_departments',
  'agent_widgets',
  'saved_views',
  'visitor_page_views',
  'conversations',
  'visitors',
] as const satisfies (typeof CHAT_TABLES)[number][]

/** What the chat has put into the application, in the order in which it can be removed. */
export async function uninstallPlan(command: BaseCommand): Promise<Removal[]> {
  const { app } = command
  const client = chatClient(await app.container.make('lucid.db'))
  const names = [...new Set([...FIRST, ...CHAT_TABLES])].map((name) => chatTable(name))
  const isThere = await Promise.all(names.map((name) => client.schema.hasTable(name)))
  const tables = names.filter((_, index) => isThere[index])
  const folders = [migrationsFolder(command), app.viewsPath('chat')].filter(
    (folder) => existsSync(folder) && folder !== chatViews()
  )
  const config = app.configPath('chat.ts')
  const rcFile = app.makePath('adonisrc.ts')
  const removeEntries = (path: string) =>
    writeFileSync(rcFile, readFileSync(rcFile, 'utf8').replace(entriesOf(path), ''))
  const ours = SHARED.map((name) => ({ name, file: app.configPath(`${name}.ts`) })).filter(
    ({ file }) => existsSync(file) && readFileSync(file, 'utf8').includes(`'adonis-crm-chat'`)
  )

  return [
    ...tables.map((name) => ({
      what: `table ${name}`,
      remove: () => client.schema.dropTable(name),
    })),
    {
      what: 'the records of its migrations in adonis_schema',
      remove: () => client.from('adonis_schema').whereLike('name', '%/chat/%_chat_%').delete(),
    },
    ...folders.map((folder) => ({
      what: app.relativePath(folder),
      remove: () => rmSync(folder, { recursive: true }),
    })),
    { what: app.relativePath(config), remove: () => rmSync(config) },
    {
      what: 'its provider and commands in adonisrc.ts',
      remove: () => removeEntries('adonis-crm-chat'),
    },
    ...ours.map(({ name, file }) => ({
      what: `${app.relativePath(file)}, which imports the chat, and its provider in adonisrc.ts`,
      remove() {
        rmSync(file)
        removeEntries(`@adonisjs/${name}`)
      },
    })),
  ]
}
