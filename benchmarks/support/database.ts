import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  emptyDatabase,
  onServer,
  removeDatabaseFile,
  type ServerKind,
} from '../../bin/database_server.js'

export type Engine = 'sqlite' | ServerKind

/** A database of its own for one benchmark: the environment that leads a process to it. */
export interface BenchDatabase {
  engine: Engine
  label: string
  env: Record<string, string>
  remove: () => Promise<void>
}

/** Processes that are compiled have another root. */
const FOLDER = resolve('tmp/bench')

/** Makes an empty database; what an earlier run left under the same name is dropped. */
export function createDatabase(engine: Engine, name: string): Promise<BenchDatabase> {
  return engine === 'sqlite' ? createSqlite(name) : createOnServer(engine, name)
}

async function createSqlite(name: string): Promise<BenchDatabase> {
  const file = `${FOLDER}/${name}.sqlite3`
  const remove = async () => removeDatabaseFile(file)
  mkdirSync(FOLDER, { recursive: true })
  await remove()
  return {
    engine: 'sqlite',
    label: 'SQLite',
    env: { DB_CONNECTION: 'sqlite', SQLITE_PATH: file },
    remove,
  }
}

async function createOnServer(engine: ServerKind, name: string): Promise<BenchDatabase> {
  const database = `crm_chat_bench_${name}`
  const remove = await emptyDatabase(engine, database)
  const version = await serverVersion(engine)
  return {
    engine,
    label: version!.split(' ')[0],
    env: { DB_CONNECTION: engine, DB_DATABASE: database },
    remove,
  }
}

/** Name and version of a server database, or null when there is none. */
export async function serverVersion(kind: ServerKind) {
  try {
    const [{ version }] = await onServer<{ version: string }>(kind, 'SELECT version() AS version')
    const product = /PostgreSQL|MariaDB/.exec(version)?.[0] ?? 'MySQL'
    return `${product} ${/\d+(\.\d+)+/.exec(version)?.[0]}`
  } catch {
    return null
  }
}

export async function sqliteVersion() {
  const { default: Sqlite } = await import('better-sqlite3')
  const memory = new Sqlite(':memory:')
  const version = memory.prepare('SELECT sqlite_version()').pluck().get()
  memory.close()
  return `SQLite ${version}`
}
