import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** What one database does differently; all other SQL is the same on each. */
export interface Dialect {
  /** Whether the database runs inside this process, which waits for every statement, and locks no single rows. */
  isEmbedded: boolean
  /** Whether messages that arrive at the same time are stored by the same statements (`MessageGroups`). */
  storesGroups: boolean
  /** Whether messages have a full-text index. */
  hasWordIndex: boolean
  /** Whether `contains` disregards the case and accents of every letter, or else the case of ASCII letters alone. */
  foldsEveryLetter: boolean
  /** SQL for "the column contains the pattern that is bound": wildcards `%` and `_`, escaped by `!`. */
  contains(column: string): string
  /** SQL for the milliseconds since 1970 by the database's clock, which processes on several machines share. */
  nowMillis: string
}

const SQLITE: Dialect = {
  isEmbedded: true,
  storesGroups: false,
  hasWordIndex: false,
  foldsEveryLetter: false,
  contains: (column) => `${column} like ? escape '!'`,
  nowMillis: "cast((julianday('now') - 2440587.5) * 86400000 as integer)",
}

const MYSQL: Dialect = {
  isEmbedded: false,
  storesGroups: true,
  hasWordIndex: true,
  foldsEveryLetter: true,
  contains: (column) => `${column} like ? escape '!'`,
  nowMillis: 'cast(unix_timestamp(now(3)) * 1000 as signed)',
}

/** The collation makes the result independent of the database's locale: in a Turkish one, `I` is no `i`. */
const POSTGRES: Dialect = {
  isEmbedded: false,
  storesGroups: false,
  hasWordIndex: false,
  foldsEveryLetter: false,
  contains: (column) => `${column} collate "C" ilike ? escape '!'`,
  nowMillis: 'cast(extract(epoch from clock_timestamp()) * 1000 as bigint)',
}

/** The dialect of the database behind a client; databases without one of their own are taken for SQLite. */
export function dialectOf({ dialect }: Pick<QueryClientContract, 'dialect'>): Dialect {
  if (dialect.name === 'mysql') return MYSQL
  return dialect.name === 'postgres' ? POSTGRES : SQLITE
}
