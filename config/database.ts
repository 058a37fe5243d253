import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'
import { keepStatements } from '#crm/support/kept_statements'

const migrations = { naturalSort: true, paths: ['database/migrations'] }

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

interface MysqlConnection {
  query(statement: string, done: (error: Error | null) => void): unknown
}

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
      schemaGeneration: { enabled: false },
    },
    mysql: {
      client: 'mysql2',
      connection: {
        host: env.get('DB_HOST', '127.0.0.1'),
        port: env.get('DB_PORT', 3306),
        user: env.get('DB_USER', 'root'),
        password: env.get('DB_PASSWORD', ''),
        database: env.get('DB_DATABASE', 'crm'),
        charset: 'utf8mb4',
        timezone: 'Z',
      },
      pool: {
        min: 2,
        max: 16,
        afterCreate(connection: MysqlConnection, done: (error: Error | null) => void) {
          connection.query('SET SESSION innodb_lock_wait_timeout = 5', done)
        },
      },
      migrations,
      schemaGeneration: { enabled: false },
    },
  },
})

export default databaseConfig
