import type { Outcome, SqlRow, Statement } from '#chat/support/steps/statement'

interface SqliteStatement {
  reader: boolean
  safeIntegers(on: boolean): SqliteStatement
  all(values: unknown[]): unknown[]
  run(values: unknown[]): { lastInsertRowid: number | bigint }
}

/** What is used of a connection of better-sqlite3. */
export interface SqliteConnection {
  inTransaction: boolean
  prepare(sql: string): unknown
}

/** What is used of a connection of mysql2. */
export interface MysqlConnection {
  execute(sql: string, values: unknown[], done: (error: Error | null, result: any) => void): unknown
  query(sql: string, done: (error: Error | null) => void): unknown
}

/** What is used of a connection of pg. */
export interface PostgresConnection {
  query(sql: string, values?: unknown[]): Promise<{ rows: SqlRow[] }>
}

/** The compiled statements of each connection; the driver keeps none. */
const compiled = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>()

function compile(connection: SqliteConnection, sql: string) {
  const known = compiled.get(connection) ?? new Map<string, SqliteStatement>()
  compiled.set(connection, known)
  const statement =
    known.get(sql) ?? (connection.prepare(sql) as SqliteStatement).safeIntegers(false)
  known.set(sql, statement)
  return statement
}

/** Runs a statement on a connection of better-sqlite3. */
export function runOnSqlite(connection: SqliteConnection, { sql, values }: Statement): Outcome {
  const statement = compile(connection, sql)
  if (statement.reader) return { rows: statement.all(values) as SqlRow[], insertedId: null }
  return { rows: [], insertedId: Number(statement.run(values).lastInsertRowid) }
}

/** Runs a statement on a connection of mysql2, which the server compiles once. */
export function runOnMysql(connection: MysqlConnection, { sql, values }: Statement) {
  return new Promise<Outcome>((resolve, reject) => {
    connection.execute(sql, values, (error, result) => {
      if (error) reject(error)
      else if (Array.isArray(result)) resolve({ rows: result, insertedId: null })
      else resolve({ rows: [], insertedId: result.insertId })
    })
  })
}

/**
 * Runs a statement on a connection of pg. Under a name, PostgreSQL would keep it compiled, and refuse it after the next
 * migration of its table.
 */
export async function runOnPostgres(connection: PostgresConnection, { sql, values }: Statement) {
  const { rows } = await connection.query(sql, values)
  return { rows, insertedId: rows.length ? Number(rows[0].id) : null } satisfies Outcome
}
