import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** A server uses the first one that it knows: those of MariaDB and MySQL distinguish trailing spaces as well. */
const EXACT_COLLATIONS = ['utf8mb4_nopad_bin', 'utf8mb4_0900_bin', 'utf8mb4_bin']

interface CollatedColumn<C> {
  collate(name: string): C
}

/**
 * The collation that compares text character by character. MySQL and MariaDB otherwise treat `Default`, `DEFAULT` and
 * `défault` as one tenant. Null on SQLite, which compares exactly by default.
 */
export async function exactCollation(db: QueryClientContract): Promise<string | null> {
  if (db.dialect.name !== 'mysql') return null
  const known = await db
    .from('information_schema.collations')
    .whereIn('collation_name', EXACT_COLLATIONS)
    .select('collation_name as name')
  const names = known.map(({ name }) => name)
  return EXACT_COLLATIONS.find((name) => names.includes(name)) ?? null
}

/**
 * Returns a function for a migration's columns that hold an id, key, token, hash or tenant: it makes them compare
 * character by character on every database. Columns that are compared with each other must all pass it.
 */
export async function exactColumns(db: QueryClientContract) {
  const collation = await exactCollation(db)
  return <C extends CollatedColumn<C>>(column: C): C =>
    collation ? column.collate(collation) : column
}
