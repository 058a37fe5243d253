interface Connection {
  prepare(sql: string): object
}

/** More different statements than the application has; only lists of varying length exceed it. */
const MOST_KEPT = 500

/**
 * Lets a SQLite connection compile each statement once and not anew for every query, which would
 * take as long as running it. The statement that was used least recently gives way to a new one.
 */
export function keepStatements(connection: Connection) {
  const kept = new Map<string, object>()
  const prepare = connection.prepare.bind(connection)

  connection.prepare = (sql) => {
    const statement = kept.get(sql) ?? prepare(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return statement
  }
}
