import { DateTime } from 'luxon'
import Conversation, { type Folder } from '#chat/models/conversation'
import { millisOfSqlUtc } from '#chat/models/columns'
import {
  foldersOf,
  inListOrder,
  inScope,
  inScopeAmong,
  type InboxScope,
} from '#chat/services/inbox_scope'
import type { PageCursor } from '#chat/services/page_cursor'

/** Where a conversation stands in the list. */
export interface Place {
  id: number
  /** Milliseconds since 1970: whole lists of moments are compared. */
  at: number
}

/** Newest first, and the id decides between equals. */
export const byPlace = (a: Place, b: Place) => b.at - a.at || b.id - a.id

/** Whether a place comes after a cursor in the list. */
export const isAfter = (place: Place, { moment, id }: PageCursor) =>
  byPlace({ at: moment.toMillis(), id }, place) < 0

/** Where a page that ends with this place goes on. */
export const cursorAt = ({ at, id }: Place): PageCursor => ({
  moment: DateTime.fromMillis(at, { zone: 'utc' }),
  id,
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
  const folders = foldersOf(scope.filter)
  const parts = await Promise.all(
    folders.map((folder) => inFolder(tenantId, scope, folder, after, limit))
  )
  return folders.length === 1 ? parts[0] : parts.flat().sort(byPlace).slice(0, limit)
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
function inFolder(
  tenantId: string,
  scope: InboxScope,
  folder: Folder,
  after: PageCursor | null,
  limit: number
) {
  return read(inListOrder(inScope(tenantId, scope, folder), scope, after).limit(limit))
}

async function read(query: ReturnType<typeof inScope>): Promise<Place[]> {
  const { table } = Conversation
  const rows = await query
    .clearSelect()
    .select(`${table}.id`, `${table}.last_message_at as moment`)
    .pojo<{ id: number; moment: string | Date }>()
  return rows.map(({ id, moment }) => ({ id, at: millisOfSqlUtc(moment) }))
}
