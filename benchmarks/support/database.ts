import { mkdirSync, rmSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'

export type Engine = 'sqlite' | 'mysql'

/** A database of its own for one benchmark: the environment that leads a process to it. */
export interface BenchDatabase {
  engine: Engine
  label: string
  version: string
  env: Record<string, string>
  remove: () => Promise<void>
}

const FOLDER = 'tmp/bench'

/** Makes an empty database; what an earlier run left under the same name is dropped. */
export function createDatabase(engine: Engine, name: string): Promise<BenchDatabase> {
  return engine === 'sqlite' ? createSqlite(name) : createMysql(name)
}

async function createSqlite(name: string): Promise<BenchDatabase> {
  const { default: Sqlite } = await import('better-sqlite3')
  const file = `${FOLDER}/${name}.sqlite3`
  const remove = async () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  }
  mkdirSync(FOLDER, { recursive: true })
  await remove()

  const memory = new Sqlite(':memory:')
  const { version } = memory.prepare('select sqlite_version() as version').get() as {
    version: string
  }
  memory.close()
  return {
    engine: 'sqlite',
    label: 'SQLite',
    version: `SQLite ${version}`,
    env: { DB_CONNECTION: 'sqlite', SQLITE_PATH: file },
    remove,
  }
}

async function createMysql(name: string): Promise<BenchDatabase> {
  const database = `crm_chat_bench_${name}`
  const run = async (...statements: string[]) => {
    const connection = await createConnection(serverFromEnvironment())
    try {
      for (const statement of statements) await connection.query(statement)
      const [rows] = await connection.query('select version() as version')
      return (rows as { version: string }[])[0].version
    } finally {
      await connection.end()
    }
  }
  const drop = `DROP DATABASE IF EXISTS \`${database}\``
  const version = await run(drop, `CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4`)
  const label = version.includes('MariaDB') ? 'MariaDB' : 'MySQL'
  return {
    engine: 'mysql',
    label,
    version: `${label} ${/^[\d.]+/.exec(version)?.[0]}`,
    env: { DB_CONNECTION: 'mysql', DB_DATABASE: database },
    remove: async () => void (await run(drop)),
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
