import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type Conversation from '#chat/models/conversation'
import type { ConversationFacts } from '#chat/models/facts'
import { PRIORITIES } from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import type { LIST_COLUMNS } from '#chat/models/list_columns'
import { MAX_ID } from '#chat/models/reference'
import { sortKeys } from '#chat/support/sort_keys'
import { BEGINNING, FIRST_WAITING, type PageCursor } from '#chat/services/inbox/page_cursor'

/** The first conversation of a list: the newest message, the longest wait, or the highest priority. */
export const INBOX_SORTS = ['newest', 'waiting', 'priority'] as const
/** The orders of a list of conversations. */
export type InboxSort = (typeof INBOX_SORTS)[number]

type Query = ModelQueryBuilderContract<typeof Conversation>
type Columns = typeof LIST_COLUMNS
type Sorted = Pick<ConversationFacts, 'id' | 'lastMessageAt' | 'waitingSince' | 'priority'>

/**
 * A part of a list that one index holds in its order. A sorted list is a sequence of such parts: urgent
 * conversations, newest first, then those of high priority, and so on.
 */
export interface Stretch {
  /** Sorted by waiting time, longest first, instead of by the newest message. */
  isByWaiting: boolean
  constrain(query: Query, list: Columns): void
}

const WHOLE: Stretch = { isByWaiting: false, constrain: () => {} }

const STRETCHES: Record<InboxSort, Stretch[]> = {
  newest: [WHOLE],
  waiting: [
    { isByWaiting: true, constrain: () => {} },
    { isByWaiting: false, constrain: (query, list) => void query.whereNull(list.waitingSince) },
  ],
  priority: [...PRIORITIES].reverse().map((priority) => ({
    isByWaiting: false,
    constrain: (query, list) => void query.where(list.priority, priority),
  })),
}

/** The parts of a sorted list, in their order. */
export const stretchesOf = (sort: InboxSort = 'newest') => STRETCHES[sort]

/**
 * Newest first, from a cursor on. The first page has a cursor as well: without a bound, SQLite with outdated
 * statistics may choose a newer index and sort the whole list.
 */
export function newestFirst(query: Query, list: Columns, after: PageCursor | null) {
  const from = after ?? BEGINNING
  const at = toSqlUtc(from.moment)
  return query
    .where(list.lastMessageAt, '<=', at)
    .whereNot((seen) =>
      seen.where(list.lastMessageAt, at).where(list.id, '>=', Math.min(from.id, MAX_ID))
    )
    .orderBy(list.lastMessageAt, 'desc')
    .orderBy(list.id, 'desc')
}

/** Longest wait first, from a cursor on; conversations that do not wait are left out. */
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
          .orWhere((same) =>
            same.where(list.lastMessageAt, at).where(list.id, '<=', Math.min(from.id, MAX_ID))
          )
      })
    )
    .orderBy(list.waitingSince)
    .orderBy(list.lastMessageAt)
    .orderBy(list.id)
}

/** The sort keys as numbers, for the browser to keep its rows in order. */
export function rowSortKeys(conversation: Sorted, sort: InboxSort = 'newest'): number[] {
  const { lastMessageAt, waitingSince, priority, id } = conversation
  const at = lastMessageAt.toMillis()
  return sortKeys({ at, waitingSince: waitingSince?.toMillis() ?? null, priority, id }, sort)
}
