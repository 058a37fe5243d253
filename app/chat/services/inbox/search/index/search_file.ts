import { existsSync } from 'node:fs'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type Sqlite from 'better-sqlite3'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { PREFIXES } from '#chat/services/inbox/search/index/index_tokens'

/** Another one rebuilds the files that are there. */
const VERSION = 1

/** How long a statement waits for another process that fills the same file. */
const BUSY_MS = 100

/** The same while the file is opened: processes that start together make it one after the other. */
const BUSY_OPENING_MS = 1000

type SqliteConnection = Sqlite.Database

/** What Knex keeps of the driver that it has loaded. */
interface KnexClient {
  driver: new (file: string, options: { timeout: number }) => SqliteConnection
  connectionSettings: { filename?: string }
}

/** The file of the search index beside a database's file. */
export const searchFileOf = (databaseFile: string) => `${databaseFile}-chat-search`

/** The path of the SQLite database behind a client; null when it is another database, or in memory. */
export function databaseFileOf(client: QueryClientContract): string | null {
  if (client.dialect.name !== 'better-sqlite3') return null
  const { filename } = knexOf(client).connectionSettings
  return filename && existsSync(filename) ? filename : null
}

/**
 * Opens the search index of a SQLite database: FTS5 tables in a file of their own, by a connection of their own to which
 * the database is attached for reading. Files of another version or another database are emptied; the tables are empty
 * until they are filled.
 *
 * @throws when SQLite has no FTS5, or the file cannot be written
 * @internal
 */
export function openSearchFile(
  client: QueryClientContract,
  databaseFile: string,
  path = searchFileOf(databaseFile)
) {
  const { driver: Driver } = knexOf(client)
  const file = new Driver(path, { timeout: BUSY_OPENING_MS })
  try {
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = NORMAL')
    file.prepare('attach ? as truth').run(databaseFile)
    if (file.pragma('user_version', { simple: true }) !== VERSION || !isSameDatabase(file)) {
      empty(file)
    }
    file.pragma(`busy_timeout = ${BUSY_MS}`)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

/** Makes the tables anew. */
export function empty(file: SqliteConnection) {
  const fts = (prefixes: number[]) =>
    `fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '${prefixes.join(' ')}')`
  file.transaction(() => {
    for (const table of ['words', 'people', 'visitors', 'progress']) {
      file.exec(`drop table if exists main.${table}`)
    }
    file.exec(`
      create virtual table main.words using ${fts(PREFIXES)};
      create virtual table main.people using ${fts([1, 2])};
      create table main.visitors (id integer primary key, digest integer not null);
      create table main.progress (message_id integer, message_uuid text, visitor_at text, visitor_id integer);
      insert into progress values (0, null, '', 0);
      pragma user_version = ${VERSION};
    `)
  })()
}

/** Whether the newest message that the index knows is still that one, or was deleted: a restored backup has another. */
function isSameDatabase(file: SqliteConnection): boolean {
  const row = file
    .prepare<[string], { isKnown: number }>(
      `select (select seq from truth.sqlite_sequence where name = ?) >= message_id
          and coalesce((select external_id = message_uuid from truth.${Message.table} where id = message_id), 1)
          and (select count(*) from visitors) <= (select count(*) from truth.${Visitor.table}) as isKnown
        from progress where message_id > 0
        union all select 1 limit 1`
    )
    .get(Message.table)
  return row?.isKnown === 1
}

/** The Knex client behind Lucid's: it knows the driver, which only a host with SQLite has installed. */
const knexOf = (client: QueryClientContract) =>
  (client.getWriteClient() as unknown as { client: KnexClient }).client
