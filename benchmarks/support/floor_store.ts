import { createPool } from 'mysql2/promise'
import { serverFromEnvironment } from './database.js'
import { INSERT_MESSAGE, UPDATE_CONVERSATION } from './floor_statements.js'

type Store = (message: unknown[], conversation: unknown[]) => void | Promise<void>

/** Writes one message and commits, with the driver alone. */
export function openStore(): Promise<Store> {
  return process.env.DB_CONNECTION === 'mysql' ? openMysql() : openSqlite()
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
    ...serverFromEnvironment(),
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
