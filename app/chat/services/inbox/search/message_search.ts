import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import {
  cursorAt,
  isAfter,
  positionsInOrder,
  positionsOf,
  type Position,
} from '#chat/services/inbox/inbox_positions'
import type { InboxScope } from '#chat/services/inbox/inbox_scope'
import type { PageCursor } from '#chat/services/inbox/page_cursor'
import { indexedMatches } from '#chat/services/inbox/search/indexed_matches'
import { MessageScan } from '#chat/services/inbox/search/message_scan'
import type {
  MessageSearchRequest,
  MessageSearchResult,
} from '#chat/services/inbox/search/message_search_request'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import { WordIndex } from '#chat/services/inbox/search/word_index'

/** Conversations in the first batch: few, since common words are found soon. */
const FIRST = 50
const MOST_AT_A_TIME = 400

/** Messages to read before the word index is consulted: common words need no index. */
const PROBED = 4_000

/** Above this number of matches, reading on is faster than the index. */
const COMMON = 8

/** Messages that one page reads at most, so that a search without matches ends. */
const LOOKED_AT = 60_000

interface Thread extends Position {
  lastSeq: number
  name: string | null
  email: string | null
}

/**
 * Finds conversations by their messages, the newest first: by the search index of a SQLite database, for all but common
 * words. Otherwise it reads conversations in the list's order, which suffices for common words; for rare ones it consults
 * the database's word index, where there is one.
 */
export class MessageSearch {
  #messages = new MessageScan()
  #words = new WordIndex()

  async find(
    tenantId: string,
    scope: InboxScope,
    request: MessageSearchRequest
  ): Promise<MessageSearchResult> {
    const indexed = await indexedMatches(tenantId, scope, request)
    if (indexed) return pageOf(indexed.positions, indexed.matches, request.limit, null)
    const { terms, limit, except } = request
    const positions: Position[] = []
    const matches = new Map<number, SearchMatch>()
    let at = request.after
    let looked = 0
    let mayAskIndex = request.isExceptComplete

    for (let size = FIRST; ; size = Math.min(size * 2, MOST_AT_A_TIME)) {
      const batch = await positionsInOrder(tenantId, scope, at, size)
      const threads = await threadsAt(batch.filter(({ id }) => !except.has(id)))
      const found = await this.#messages.newestMatches(threads, terms)
      for (const [id, match] of found) matches.set(id, match)
      positions.push(
        ...threads.filter((thread) => found.has(thread.id) || isUnreachedVisitor(thread, request))
      )
      at = cursorOf(batch.at(-1)) ?? at
      looked += threads.reduce((sum, { lastSeq }) => sum + lastSeq, 0)

      if (positions.length > limit || batch.length < size)
        return pageOf(positions, matches, limit, null)
      if (mayAskIndex && looked >= PROBED && positions.length < COMMON) {
        mayAskIndex = false
        const all = await this.#words.newestMatches(tenantId, terms)
        if (all) {
          const rest = await positionsOf(tenantId, scope, 'id', [...all.keys()])
          positions.push(
            ...rest.filter((position) => (!at || isAfter(position, at)) && !except.has(position.id))
          )
          return pageOf(positions, new Map([...all, ...matches]), limit, null)
        }
      }
      if (looked >= LOOKED_AT) return pageOf(positions, matches, limit, at)
    }
  }
}

/** A visitor match that the visitor search has not reached, because it did not go back so far. */
const isUnreachedVisitor = (thread: Thread, { terms, isExceptComplete }: MessageSearchRequest) =>
  !isExceptComplete && terms.inVisitor(thread)

function pageOf(
  positions: Position[],
  matches: Map<number, SearchMatch>,
  limit: number,
  frontier: PageCursor | null
): MessageSearchResult {
  const isFull = positions.length > limit
  const page = positions.slice(0, limit)
  const next = isFull ? cursorOf(page.at(-1))! : frontier
  return { positions: page, matches, next, isCutShort: !isFull && frontier !== null }
}

const cursorOf = (position?: Position): PageCursor | null =>
  position ? { ...cursorAt(position), phase: 'messages' } : null

/** The searchable columns of the conversation at each position, in the same order. */
async function threadsAt(positions: Position[]): Promise<Thread[]> {
  const { table } = Conversation
  const rows = await Conversation.query()
    .join(Visitor.table, `${Visitor.table}.id`, `${table}.visitor_id`)
    .whereIn(
      `${table}.id`,
      positions.map(({ id }) => id)
    )
    .select(`${table}.id`, `${table}.last_seq as lastSeq`, 'name', 'email')
    .pojo<Omit<Thread, 'at'>>()
  const known = new Map(rows.map((row) => [row.id, row]))
  return positions.flatMap((position) => {
    const row = known.get(position.id)
    return row ? [{ ...row, at: position.at }] : []
  })
}
