import type { DateTime } from 'luxon'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { toSqlUtc } from '#chat/models/columns'

/** Seconds after which an unfinished run counts as abandoned; far longer than a run may take. */
export const LEASE_SECONDS = 60

/**
 * Claims a due row until its lease ends, by advancing its count of attempts; returns false when another process was
 * faster. It is one conditional update, so that no process waits for another's lock.
 *
 * @param own finds the row with the count of attempts that it was read with
 */
export async function claimRow<Model extends LucidModel>(
  row: { attempts: number },
  own: ModelQueryBuilderContract<Model>,
  now: DateTime,
  changes: Record<string, string> = {}
): Promise<boolean> {
  const [claimed] = await own.where('due_at', '<=', toSqlUtc(now)).update({
    ...changes,
    attempts: row.attempts + 1,
    due_at: toSqlUtc(now.plus({ seconds: LEASE_SECONDS })),
  })
  row.attempts += 1
  return Number(claimed) > 0
}
