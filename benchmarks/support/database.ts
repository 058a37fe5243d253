import { mkdirSync, rmSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'

export type Engine = 'sqlite' | 'mysql'

/** A database of its own for one benchmark: the environment that leads a process to it. */
export interface BenchDatabase {
  engine: Engine
  label: string
  env: Record<string, string>
  remove: () => Promise<void>
}

const FOLDER = 'tmp/bench'

/** Makes an empty database; what an earlier run left under the same name is dropped. */
export function createDatabase(engine: Engine, name: string): Promise<BenchDatabase> {
  return engine === 'sqlite' ? createSqlite(name) : createMysql(name)
}

async function createSqlite(name: string): Promise<BenchDatabase> {
  const file = `${FOLDER}/${name}.sqlite3`
  const remove = async () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  }
  mkdirSync(FOLDER, { recursive: true })
  await remove()
  return {
    engine: 'sqlite',
    label: 'SQLite',
    env: { DB_CONNECTION: 'sqlite', SQLITE_PATH: file },
    remove,
  }
}

async function createMysql(name: string): Promise<BenchDatabase> {
  const database = `crm_chat_bench_${name}`
  const drop = `DROP DATABASE IF EXISTS \`${database}\``
  await onServer(drop)
  await onServer(`CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4`)
  const version = await serverVersion()
  return {
    engine: 'mysql',
    label: version!.split(' ')[0],
    env: { DB_CONNECTION: 'mysql', DB_DATABASE: database },
    remove: async () => void (await onServer(drop)),
  }
}

/** Name and version of the server database, or null when there is none. */
export async function serverVersion() {
  try {
    const [{ version }] = await onServer<{ version: string }>('SELECT version() AS version')
    return `${version.includes('MariaDB') ? 'MariaDB' : 'MySQL'} ${/^[\d.]+/.exec(version)?.[0]}`
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

async function onServer<Row>(statement: string) {
  const connection = await createConnection(serverFromEnvironment())
  try {
    const [rows] = await connection.query(statement)
    return rows as Row[]
  } finally {
    await connection.end()
  }
}

/** The server that `DB_*` name, as for the application itself. */
export function serverFromEnvironment() {
  return {
    host: process.env.DB_HOST ?? '127.0.0.1',
    port: Number(process.env.DB_PORT ?? 3306),
    user: process.env.DB_USER ?? 'root',
    password: process.env.DB_PASSWORD ?? '',
    timezone: 'Z',
  }
}
