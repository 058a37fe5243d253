import type { DateTime } from 'luxon'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { decodeCursor, encodeCursor } from '#chat/services/inbox/page_cursor'

/** The requested part of a list. */
export interface PageRequest {
  cursor?: string
  limit: number
}

/** A page of what a query finds, by descending id, with the cursor of the next one; null on the last. */
export async function newestFirst<Row extends { id: number }>(
  query: ModelQueryBuilderContract<any, Row>,
  { cursor, limit }: PageRequest,
  momentOf: (row: Row) => DateTime
) {
  const after = decodeCursor(cursor)
  if (after) query.where('id', '<', after.id)
  const found: Row[] = await query.orderBy('id', 'desc').limit(limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const isMore = last && found.length > limit
  return { rows, nextCursor: isMore ? encodeCursor({ moment: momentOf(last), id: last.id }) : null }
}
