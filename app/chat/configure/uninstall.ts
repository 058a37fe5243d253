import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { BaseCommand } from '@adonisjs/core/ace'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { chatMigrations, migrationsFolder, recordedMigrations } from '#chat/configure/migrations'
import { chatTable } from '#chat/models/chat_model'
import { databaseFileOf, searchFileOf } from '#chat/services/inbox/search/index/search_file'
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

/** The index of the messages beside a SQLite database. */
function searchFilesOf(client: QueryClientContract) {
  const database = databaseFileOf(client)
  if (!database) return []
  const file = resolve(searchFileOf(database))
  return [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path))
}

/** What the chat has put into the application, in the order in which it can be removed. */
export async function uninstallPlan(command: BaseCommand): Promise<Removal[]> {
  const { app } = command
  const { client, tableName, names: recorded } = await recordedMigrations(app)
  const ours = new Set(chatMigrations())
  const records = recorded.filter(
    (name) => name.split('/').includes('chat') && ours.has(basename(name))
  )
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
  const shared = SHARED.map((name) => ({ name, file: app.configPath(`${name}.ts`) })).filter(
    ({ file }) => existsSync(file) && readFileSync(file, 'utf8').includes(`'adonis-crm-chat'`)
  )

  return [
    ...tables.map((name) => ({
      what: `table ${name}`,
      remove: () => client.schema.dropTable(name),
    })),
    {
      what: `the records of its ${records.length} migrations in ${tableName}`,
      remove: () => client.from(tableName).whereIn('name', records).delete(),
    },
    ...searchFilesOf(client).map((file) => ({
      what: app.relativePath(file),
      remove: () => rmSync(file),
    })),
    ...folders.map((folder) => ({
      what: app.relativePath(folder),
      remove: () => rmSync(folder, { recursive: true }),
    })),
    { what: app.relativePath(config), remove: () => rmSync(config) },
    {
      what: 'its provider and commands in adonisrc.ts',
      remove: () => removeEntries('adonis-crm-chat'),
    },
    ...shared.map(({ name, file }) => ({
      what: `${app.relativePath(file)}, which imports the chat, and its provider in adonisrc.ts`,
      remove() {
        rmSync(file)
        removeEntries(`@adonisjs/${name}`)
      },
    })),
  ]
}
