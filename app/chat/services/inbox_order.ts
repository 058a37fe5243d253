import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type Conversation from '#chat/models/conversation'
import { PRIORITIES } from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import type { LIST_COLUMNS } from '#chat/models/list_columns'
import { listPlace } from '#chat/support/list_place'
import { BEGINNING, FIRST_WAITING, type PageCursor } from '#chat/services/page_cursor'

/** What stands first in a list: the newest messages, who has waited longest, or what is most urgent. */
export const INBOX_SORTS = ['newest', 'waiting', 'priority'] as const
export type InboxSort = (typeof INBOX_SORTS)[number]

type Query = ModelQueryBuilderContract<typeof Conversation>
type Columns = typeof LIST_COLUMNS

/**
 * A stretch of a list that one index holds in its order. A sorted list is one stretch after the other:
 * all that is urgent, newest first, then all that is high …
 */
export interface Stretch {
  /** Who has waited longest is first, instead of the newest message. */
  isByWaiting: boolean
  narrow(query: Query, list: Columns): void
}

const WHOLE: Stretch = { isByWaiting: false, narrow: () => {} }

const STRETCHES: Record<InboxSort, Stretch[]> = {
  newest: [WHOLE],
  waiting: [
    { isByWaiting: true, narrow: () => {} },
    { isByWaiting: false, narrow: (query, list) => void query.whereNull(list.waitingSince) },
  ],
  priority: [...PRIORITIES].reverse().map((priority) => ({
    isByWaiting: false,
    narrow: (query, list) => void query.where(list.priority, priority),
  })),
}

/** The stretches of a sorted list, in their order. */
export const stretchesOf = (sort: InboxSort = 'newest') => STRETCHES[sort]

/**
 * Newest first, from a cursor on. The first page has one as well: without a bound SQLite, with
 * statistics older than its newest index, may take that one, and sort the whole list.
 */
export function newestFirst(query: Query, list: Columns, after: PageCursor | null) {
  const from = after ?? BEGINNING
  const at = toSqlUtc(from.moment)
  return query
    .where(list.lastMessageAt, '<=', at)
    .whereNot((seen) => seen.where(list.lastMessageAt, at).where(list.id, '>=', from.id))
    .orderBy(list.lastMessageAt, 'desc')
    .orderBy(list.id, 'desc')
}

/** Who has waited longest first, from a cursor on; those who do not wait are not among them. */
export function longestWaitingFirst(query: Query, list: Columns, after: PageCursor | null) {
  const from = after ?? FIRST_WAITING
  const since = toSqlUtc(from.waitingSince ?? from.moment)
  const at = toSqlUtc(from.moment)
  return query
    .where(list.waitingSince, '>=', since)
    .whereNot((seen) =>
      seen.where(list.waitingSince, since).where((before) => {
        before
          .where(list.lastMessageAt, '<', at)
          .orWhere((same) => same.where(list.lastMessageAt, at).where(list.id, '<=', from.id))
      })
    )
    .orderBy(list.waitingSince)
    .orderBy(list.lastMessageAt)
    .orderBy(list.id)
}

/** The same as numbers, by which the browser keeps its rows in order. */
export function sortKeys(conversation: Conversation, sort: InboxSort = 'newest'): number[] {
  const { lastMessageAt, waitingSince, priority, id } = conversation
  const at = lastMessageAt.toMillis()
  return listPlace({ at, waitingSince: waitingSince?.toMillis() ?? null, priority, id }, sort)
}
