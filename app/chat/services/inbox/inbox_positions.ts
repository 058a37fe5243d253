import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import type { Folder } from '#chat/services/conversations/status_rules'
import { millisOfSqlUtc, toSqlUtc } from '#chat/models/columns'
import { MAX_ID } from '#chat/models/reference'
import {
  longestWaitingFirst,
  newestFirst,
  stretchesOf,
  type Stretch,
} from '#chat/services/inbox/inbox_order'
import {
  foldersOf,
  inList,
  inScopeAmong,
  inScopeAmongMany,
  listOf,
  type InboxScope,
} from '#chat/services/inbox/inbox_scope'
import type { PageCursor } from '#chat/services/inbox/page_cursor'

/** A conversation's position in a list. */
export interface Position {
  id: number
  /** Milliseconds since 1970: numbers compare faster than dates. */
  at: number
  /** In milliseconds since 1970, where a list is sorted by waiting time. */
  waitingSince?: number
  /** The part of a sorted list; the first when omitted. */
  stretch?: number
}

/** Newest first; equal timestamps are ordered by id. */
export const byPosition = (a: Position, b: Position) => b.at - a.at || b.id - a.id

/** Longest wait first. */
const byWaiting = (a: Position, b: Position) =>
  a.waitingSince! - b.waitingSince! || a.at - b.at || a.id - b.id

/** Whether a position comes after a cursor in the list. */
export const isAfter = (position: Position, { moment, id }: PageCursor) =>
  byPosition({ at: moment.toMillis(), id }, position) < 0

/** The cursor of the page that follows a position. */
export const cursorAt = ({ at, id, stretch, waitingSince }: Position): PageCursor => ({
  moment: DateTime.fromMillis(at, { zone: 'utc' }),
  id,
  ...(stretch && { stretch }),
  ...(waitingSince && { waitingSince: DateTime.fromMillis(waitingSince, { zone: 'utc' }) }),
})

/**
 * The positions after a cursor, in the list's order; an index serves them at any depth. Each folder is sorted on its
 * own; a filter over several folders merges them.
 */
export async function positionsInOrder(
  tenantId: string,
  scope: InboxScope,
  after: PageCursor | null,
  limit: number
): Promise<Position[]> {
  const stretches = stretchesOf(scope.sort)
  const first = after?.stretch ?? 0
  const positions: Position[] = []
  for (let at = first; at < stretches.length && positions.length < limit; at++) {
    const from = at === first ? after : null
    const found = await inStretch(tenantId, scope, stretches[at], from, limit - positions.length)
    positions.push(...found.map((position) => (at === 0 ? position : { ...position, stretch: at })))
  }
  return positions
}

async function inStretch(
  tenantId: string,
  scope: InboxScope,
  stretch: Stretch,
  after: PageCursor | null,
  limit: number
) {
  const folders = foldersOf(scope.filter)
  const parts = await Promise.all(
    folders.map((folder) => inFolder(tenantId, { scope, folder, stretch }, after, limit))
  )
  if (folders.length === 1) return parts[0]
  return parts
    .flat()
    .sort(stretch.isByWaiting ? byWaiting : byPosition)
    .slice(0, limit)
}

/** The positions of those given conversations, or conversations of given visitors, that are in the scope. */
export async function positionsOf(
  tenantId: string,
  scope: InboxScope,
  column: 'id' | 'visitor_id',
  ids: number[]
): Promise<Position[]> {
  if (ids.length === 0) return []
  const positions = await read(inScopeAmong(tenantId, scope, column, ids), listOf(scope))
  return positions.sort(byPosition)
}

/** The positions after a cursor of those of thousands of given conversations that are in the scope, on SQLite. */
export async function positionsAmong(
  tenantId: string,
  scope: InboxScope,
  ids: number[],
  { after, limit }: { after: PageCursor | null; limit: number }
): Promise<Position[]> {
  const { table } = Conversation
  const query = inScopeAmongMany(tenantId, scope, ids)
  if (after) {
    const [at, id] = [toSqlUtc(after.moment), Math.min(after.id, MAX_ID)]
    query.whereRaw(`(${table}.last_message_at, ${table}.id) < (?, ?)`, [at, id])
  }
  // The sign keeps SQLite from reading a whole list in order to look for these in it
  query.orderByRaw(`+${table}.last_message_at desc, +${table}.id desc`)
  return read(query.limit(limit), listOf(scope))
}

/**
 * Reads ids only, from the cursor on, out of an index. For whole rows MariaDB walks the index from the top of the
 * list, and a deep page costs as much as all pages before it.
 */
async function inFolder(
  tenantId: string,
  { scope, folder, stretch }: { scope: InboxScope; folder: Folder; stretch: Stretch },
  after: PageCursor | null,
  limit: number
) {
  const list = listOf(scope)
  const query = inList(tenantId, scope, folder)
  stretch.constrain(query, list)
  const inOrder = stretch.isByWaiting ? longestWaitingFirst : newestFirst
  return read(inOrder(query, list, after).limit(limit), list, stretch.isByWaiting)
}

/** Selects only columns of the list's index: one more, and the table would be read as well. */
async function read(
  query: ReturnType<typeof inList>,
  list: ReturnType<typeof listOf>,
  isByWaiting = false
): Promise<Position[]> {
  const rows = await query
    .clearSelect()
    .select(`${list.id} as id`, `${list.lastMessageAt} as moment`)
    .select(isByWaiting ? [`${list.waitingSince} as since`] : [])
    .pojo<{ id: number; moment: string | Date; since?: string | Date }>()
  return rows.map(({ id, moment, since }) => ({
    id,
    at: millisOfSqlUtc(moment),
    ...(since && { waitingSince: millisOfSqlUtc(since) }),
  }))
}
