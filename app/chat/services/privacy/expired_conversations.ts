import type { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'

/** Rows of one statement, read by an index. */
const BATCH = 2000

/** How much a deletion by age finds. */
export interface Expired {
  conversations: number
  messages: number
}

/** Whether a conversation had ended before a time; an open one never has. */
export function hasEndedBefore({ status, closedAt, resolvedAt }: Conversation, before: DateTime) {
  const endedAt = status === 'closed' ? closedAt : status === 'resolved' ? resolvedAt : null
  return endedAt !== null && endedAt < before
}

/** Some conversations of a widget that had ended before a time, the longest ended first. */
export async function expiredConversations(
  widgetId: number,
  before: DateTime,
  most: number
): Promise<Conversation[]> {
  const closed = await endedAs('closed', widgetId, before).limit(most)
  if (closed.length === most) return closed
  const resolved = await endedAs('resolved', widgetId, before).limit(most - closed.length)
  return [...closed, ...resolved]
}

/** Counts what had ended before a time, in batches, so that no statement takes long. */
export async function countExpired(widgetId: number, before: DateTime): Promise<Expired> {
  const all = { conversations: 0, messages: 0 }
  for (const status of ['closed', 'resolved'] as const) {
    const column = COLUMNS[status]
    let last: { id: number; at: string | Date } | null = null
    for (;;) {
      const query = endedAs(status, widgetId, before)
      if (last) after(query, column, last)
      const rows = await query
        .select('id', 'message_count', `${column} as at`)
        .limit(BATCH)
        .pojo<{ id: number; message_count: number; at: string | Date }>()
      all.conversations += rows.length
      for (const row of rows) all.messages += row.message_count
      if (rows.length < BATCH) break
      last = rows.at(-1)!
    }
  }
  return all
}

const COLUMNS = { closed: 'closed_at', resolved: 'resolved_at' } as const

function endedAs(status: keyof typeof COLUMNS, widgetId: number, before: DateTime) {
  const query = Conversation.query()
    .where({ widget_id: widgetId, status })
    .where(COLUMNS[status], '<', toSqlUtc(before))
    .orderBy(COLUMNS[status])
    .orderBy('id')
  return status === 'resolved' ? query.whereNull('closed_at') : query
}

function after(
  query: ReturnType<typeof endedAs>,
  column: string,
  { id, at }: { id: number; at: string | Date }
) {
  query
    .where(column, '>=', at)
    .where((rest) => void rest.where(column, '>', at).orWhere('id', '>', id))
}
