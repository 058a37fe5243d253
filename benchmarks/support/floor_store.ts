import { createPool } from 'mysql2/promise'
import pg from 'pg'
import { serverFromEnvironment } from '../../bin/database_server.js'
import { INSERT_MESSAGE, UPDATE_CONVERSATION } from './floor_statements.js'

type Store = (message: unknown[], conversation: unknown[]) => void | Promise<void>

/** Writes one message and commits, with the driver alone. */
export function openStore(): Promise<Store> {
  if (process.env.DB_CONNECTION === 'mysql') return openMysql()
  return process.env.DB_CONNECTION === 'pg' ? openPostgres() : openSqlite()
}

async function openSqlite(): Promise<Store> {
  const { default: Sqlite } = await import('better-sqlite3')
  const db = new Sqlite(process.env.SQLITE_PATH!)
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON']) {
    db.pragma(pragma)
  }
  db.pragma('busy_timeout = 5000')
  const [insert, update] = [db.prepare(INSERT_MESSAGE), db.prepare(UPDATE_CONVERSATION)]
  return db.transaction((message: unknown[], conversation: unknown[]) => {
    insert.run(message)
    update.run(conversation)
  })
}

async function openMysql(): Promise<Store> {
  const pool = createPool({
    ...serverFromEnvironment('mysql'),
    database: process.env.DB_DATABASE,
    connectionLimit: 16,
  })
  return async (message, conversation) => {
    const connection = await pool.getConnection()
    await connection.beginTransaction()
    await connection.query(INSERT_MESSAGE, message)
    await connection.query(UPDATE_CONVERSATION, conversation)
    await connection.commit()
    connection.release()
  }
}

async function openPostgres(): Promise<Store> {
  const pool = new pg.Pool({
    ...serverFromEnvironment('pg'),
    database: process.env.DB_DATABASE,
    max: 16,
  })
  const [insert, update] = [INSERT_MESSAGE, UPDATE_CONVERSATION].map(numbered)
  return async (message, conversation) => {
    const connection = await pool.connect()
    await connection.query('BEGIN')
    await connection.query(insert, message)
    await connection.query(update, conversation)
    await connection.query('COMMIT')
    connection.release()
  }
}

/** The statement with `$1`, `$2` in place of each `?`. */
function numbered(statement: string) {
  let nth = 0
  return statement.replace(/\?/g, () => `$${++nth}`)
}
