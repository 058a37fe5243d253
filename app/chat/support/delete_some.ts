import { setTimeout as wait } from 'node:timers/promises'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

/** Rows of one statement: few enough that other writers wait for less than a tenth of a second. */
export const SLICE = 250

/** Milliseconds between two slices. */
const PAUSE_MS = 5

/** Lets others in before the next slice: SQLite runs in this process, and its statements end without waiting. */
export const betweenSlices = () => wait(PAUSE_MS)

/** Deletes up to a slice of what a query finds, and returns how much that was. */
export async function deleteSome(
  query: ModelQueryBuilderContract<any, { id: number; constructor: unknown }>
): Promise<number> {
  const some = await query.clone().select('id').limit(SLICE)
  if (some.length === 0) return 0
  const ids = some.map(({ id }) => id)
  await query.whereIn('id', ids).delete()
  return some.length
}
