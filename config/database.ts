import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'
import { keepStatements } from '#crm/support/kept_statements'

const migrations = { naturalSort: true, paths: ['database/migrations'] }
/** Only this folder holds seeders; the rest of `database/seeders` is what they are made of. */
const seeders = { paths: ['database/seeders/main'] }

/** Readers never wait for the writer (WAL), and a busy database is waited for rather than refused. */
const SQLITE_PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
]

interface SqliteConnection {
  pragma(statement: string): unknown
  prepare(sql: string): object
}

interface ServerConnection {
  query(statement: string, done: (error: Error | null) => void): unknown
}

/** The database on a server that `DB_*` name. */
const onServer = (defaults: { port: number; user: string }) => ({
  host: env.get('DB_HOST', '127.0.0.1'),
  port: env.get('DB_PORT', defaults.port),
  user: env.get('DB_USER', defaults.user),
  password: env.get('DB_PASSWORD', ''),
  database: env.get('DB_DATABASE', 'crm'),
})

/** Connections to a server, each prepared by some statements before its first use. */
const poolOf = (statements: string) => ({
  min: 2,
  max: 16,
  afterCreate(connection: ServerConnection, done: (error: Error | null) => void) {
    connection.query(statements, done)
  },
})

/** The embedded database's file; the folder that it goes into is made when it is missing. */
function sqliteFile() {
  const file = app.makePath(env.get('SQLITE_PATH', 'tmp/crm.sqlite3'))
  mkdirSync(dirname(file), { recursive: true })
  return file
}

const databaseConfig = defineConfig({
  connection: env.get('DB_CONNECTION', 'sqlite'),
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: sqliteFile() },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        afterCreate(connection: SqliteConnection, done: (error: Error | null) => void) {
          SQLITE_PRAGMAS.forEach((pragma) => connection.pragma(pragma))
          keepStatements(connection)
          done(null)
        },
      },
      migrations,
      seeders,
      schemaGeneration: { enabled: false },
    },
    mysql: {
      client: 'mysql2',
      connection: {
        ...onServer({ port: 3306, user: 'root' }),
        charset: 'utf8mb4',
        timezone: 'Z',
      },
      pool: poolOf('SET SESSION innodb_lock_wait_timeout = 5'),
      migrations,
      seeders,
      schemaGeneration: { enabled: false },
    },
    pg: {
      client: 'pg',
      connection: onServer({ port: 5432, user: 'postgres' }),
      pool: poolOf("SET TIME ZONE 'UTC'; SET lock_timeout = '5s'"),
      migrations,
      seeders,
      schemaGeneration: { enabled: false },
    },
  },
})

export default databaseConfig
