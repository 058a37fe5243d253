import { DateTime } from 'luxon'
import Conversation, { type Folder } from '#chat/models/conversation'
import { millisOfSqlUtc } from '#chat/models/columns'
import {
  longestWaitingFirst,
  newestFirst,
  stretchesOf,
  type Stretch,
} from '#chat/services/inbox_order'
import {
  foldersOf,
  inScope,
  inScopeAmong,
  listOf,
  type InboxScope,
} from '#chat/services/inbox_scope'
import type { PageCursor } from '#chat/services/page_cursor'

/** Where a conversation stands in the list. */
export interface Place {
  id: number
  /** Milliseconds since 1970: whole lists of moments are compared. */
  at: number
  /** The same, where who waits is sorted by it. */
  waitingSince?: number
  /** The stretch of a sorted list that it is in; the first when it does not say. */
  stretch?: number
}

/** Newest first, and the id decides between equals. */
export const byPlace = (a: Place, b: Place) => b.at - a.at || b.id - a.id

/** Who has waited longest first. */
const byWaiting = (a: Place, b: Place) =>
  a.waitingSince! - b.waitingSince! || a.at - b.at || a.id - b.id

/** Whether a place comes after a cursor in the list. */
export const isAfter = (place: Place, { moment, id }: PageCursor) =>
  byPlace({ at: moment.toMillis(), id }, place) < 0

/** Where a page that ends with this place goes on. */
export const cursorAt = ({ at, id, stretch, waitingSince }: Place): PageCursor => ({
  moment: DateTime.fromMillis(at, { zone: 'utc' }),
  id,
  ...(stretch && { stretch }),
  ...(waitingSince && { waitingSince: DateTime.fromMillis(waitingSince, { zone: 'utc' }) }),
})

/**
 * The places after a cursor, in the list's order: out of an index, however deep. Each folder has an
 * order of its own; where a filter means several, they are merged.
 */
export async function placesInOrder(
  tenantId: string,
  scope: InboxScope,
  after: PageCursor | null,
  limit: number
): Promise<Place[]> {
  const stretches = stretchesOf(scope.sort)
  const first = after?.stretch ?? 0
  const places: Place[] = []
  for (let at = first; at < stretches.length && places.length < limit; at++) {
    const from = at === first ? after : null
    const found = await inStretch(tenantId, scope, stretches[at], from, limit - places.length)
    places.push(...found.map((place) => (at === 0 ? place : { ...place, stretch: at })))
  }
  return places
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
    .sort(stretch.isByWaiting ? byWaiting : byPlace)
    .slice(0, limit)
}

/** The places of those among given conversations, or visitors' conversations, that are in the scope. */
export async function placesOf(
  tenantId: string,
  scope: InboxScope,
  column: 'id' | 'visitor_id',
  ids: number[]
): Promise<Place[]> {
  if (ids.length === 0) return []
  const places = await read(inScopeAmong(tenantId, scope, column, ids))
  return places.sort(byPlace)
}

/**
 * The ids alone come out of an index, from the cursor on. Asked for whole rows, MariaDB walks there
 * from the top of the list, and a deep page costs as much as all pages before it.
 */
async function inFolder(
  tenantId: string,
  { scope, folder, stretch }: { scope: InboxScope; folder: Folder; stretch: Stretch },
  after: PageCursor | null,
  limit: number
) {
  const list = listOf(scope)
  const query = inScope(tenantId, scope, folder)
  stretch.narrow(query, list)
  const inOrder = stretch.isByWaiting ? longestWaitingFirst : newestFirst
  return read(inOrder(query, list, after).limit(limit), stretch.isByWaiting)
}

/** Asked for no more than an index of the list holds: with one column besides it would be read through. */
async function read(query: ReturnType<typeof inScope>, isByWaiting = false): Promise<Place[]> {
  const { table } = Conversation
  const rows = await query
    .clearSelect()
    .select(`${table}.id`, `${table}.last_message_at as moment`)
    .select(isByWaiting ? [`${table}.waiting_since as since`] : [])
    .pojo<{ id: number; moment: string | Date; since?: string | Date }>()
  return rows.map(({ id, moment, since }) => ({
    id,
    at: millisOfSqlUtc(moment),
    ...(since && { waitingSince: millisOfSqlUtc(since) }),
  }))
}
