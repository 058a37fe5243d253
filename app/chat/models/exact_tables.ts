import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { exactCollation } from '#chat/models/exact_columns'

/** A text column in the output of `show create table`: name, type, collation and the rest. */
const TEXT_COLUMN =
  /^\s*`(\w+)` ((?:var)?char\(\d+\)|(?:tiny|medium|long)?text)(?: CHARACTER SET \w+)?(?: COLLATE (\w+))?(.*?),?$/

const EXACT_NAME = /(^|_)(id|key|hash|token|uuid)$/

/** Whether a text column of this name must compare character by character. */
export const isExactName = (column: string, table: string) =>
  EXACT_NAME.test(column) || (column === 'name' && /(^|_)counters$/.test(table))

/**
 * The statements, one per table, that make the ids, keys, tokens, hashes and tenants of existing tables compare
 * character by character; none where they already do, and on SQLite. Everything else about a column stays as the
 * database describes it: default, comment, generation, indexes and foreign keys.
 */
export async function exactTables(tables: string[], db: QueryClientContract): Promise<string[]> {
  const collation = await exactCollation(db)
  if (!collation) return []
  const statements = []
  for (const table of tables) {
    const [[shown]] = await db.rawQuery('show create table ??', [table])
    const changes = changesOf(table, shown['Create Table'], collation)
    if (changes.length) statements.push(`alter table \`${table}\` ${changes.join(', ')}`)
  }
  return statements
}

function changesOf(table: string, definition: string, collation: string): string[] {
  return definition.split('\n').flatMap((line) => {
    const [, column, type, current, rest] = TEXT_COLUMN.exec(line) ?? []
    if (!column || current === collation || !isExactName(column, table)) return []
    return `modify \`${column}\` ${type} character set utf8mb4 collate ${collation}${rest}`
  })
}
