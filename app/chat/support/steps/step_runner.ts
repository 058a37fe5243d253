import type { Knex } from 'knex'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { runOnMysql, runOnPostgres, runOnSqlite } from '#chat/support/steps/drivers'
import { ServerTransactions } from '#chat/support/steps/server_transactions'
import { SqliteTransactions } from '#chat/support/steps/sqlite_transactions'
import { Statements, type Statement } from '#chat/support/steps/statement'
import type { StepRunner } from '#chat/support/steps/steps'

/**
 * What runs steps on the client's database. Null where that is not possible: with a driver that is not known here, in
 * debug mode, which reports what Lucid runs, or when the client is a transaction.
 */
export function stepRunnerOf(db: QueryClientContract): StepRunner | null {
  if (db.isTransaction || db.debug) return null
  const knex = db.getWriteClient()
  const known = runners.get(knex)
  if (known !== undefined) return known
  const runner = RUNNERS[knex.client.driverName]?.(knex, new Statements(db)) ?? null
  runners.set(knex, runner)
  return runner
}

/** By Knex, of which a connection that is closed and opened again has another. */
const runners = new WeakMap<object, StepRunner | null>()

const RUNNERS: Partial<Record<string, (knex: Knex, statements: Statements) => StepRunner>> = {
  'better-sqlite3': (knex, statements) =>
    new SqliteTransactions(knex.client, watched(knex, runOnSqlite), statements),
  'mysql2': (knex, statements) =>
    new ServerTransactions(knex.client, watched(knex, runOnMysql), statements),
  'pg': (knex, statements) =>
    new ServerTransactions(knex.client, watched(knex, runOnPostgres), statements),
}

/** Those who watch the queries of the database see these as well. */
function watched<Connection, Answer>(
  knex: Knex,
  run: (connection: Connection, statement: Statement) => Answer
) {
  return (connection: Connection, statement: Statement) => {
    if (knex.listenerCount('query') > 0) {
      knex.emit('query', { sql: statement.sql, bindings: statement.values })
    }
    return run(connection, statement)
  }
}
