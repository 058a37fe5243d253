import type { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import { cursorAt, isAfter, positionsOf, type Position } from '#chat/services/inbox/inbox_positions'
import type { InboxScope } from '#chat/services/inbox/inbox_scope'
import { BEGINNING, type PageCursor } from '#chat/services/inbox/page_cursor'
import { ExactSearch, type ExactMatches } from '#chat/services/inbox/search/exact_search'
import { MessageScan } from '#chat/services/inbox/search/message_scan'
import { MessageSearch } from '#chat/services/inbox/search/message_search'
import { identityMatch } from '#chat/services/inbox/search/identity_match'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'
import { VisitorSearch } from '#chat/services/inbox/search/visitor_search'

export interface FoundPage {
  ids: number[]
  /** Messages that matched, of the conversations found by their content. */
  matches: Map<number, SearchMatch>
  next: PageCursor | null
  /** Set when older conversations have not been searched: the timestamp down to which they have. */
  lookedBackTo: DateTime | null
  /** Set when only exact matches have been looked up so far: names and messages follow with the next page. */
  isExactOnly?: boolean
}

interface Request {
  terms: SearchTerms
  after: PageCursor | null
  limit: number
}

/**
 * Search in the inbox (I3): first what the text names exactly (a conversation's number, a visitor's address or phone
 * number), on pages of its own; then conversations of visitors whose name or address has the text in it, then those
 * with matching messages, each group in the list's order. The work per page is bounded, whatever the size of the
 * tables.
 */
export class InboxSearch {
  #exact = new ExactSearch()
  #visitors = new VisitorSearch()
  #byMessage = new MessageSearch()
  #messages = new MessageScan()

  async page(tenantId: string, scope: InboxScope, request: Request): Promise<FoundPage> {
    const exact = await this.#exact.find(tenantId, scope, request.terms)
    const { after } = request
    const isExactPhase = after?.phase === 'exact' || (!after && exact.positions.length > 0)
    if (isExactPhase) return exactPage(exact, request)
    return this.#restPage(tenantId, scope, exact.positions, request)
  }

  /** Those of the given conversations, with visitors loaded, that match, and why. */
  async among(conversations: Conversation[], terms: SearchTerms) {
    const others = conversations.filter((each) => !identityMatch(each, terms))
    return this.#messages.newestMatches(others, terms)
  }

  /** A page of what no exact look-up finds. */
  async #restPage(
    tenantId: string,
    scope: InboxScope,
    exact: Position[],
    { terms, after, limit }: Request
  ): Promise<FoundPage> {
    const visitors = await this.#visitors.find(tenantId, terms)
    const theirs = await positionsOf(tenantId, scope, 'visitor_id', visitors.ids)
    const known = new Set(exact.map(({ id }) => id))
    const others = theirs.filter(({ id }) => !known.has(id))
    for (const { id } of others) known.add(id)

    const isInMessages = after?.phase === 'messages'
    const left = isInMessages ? [] : others.filter((each) => !after || isAfter(each, after))
    const who = left.slice(0, limit)
    if (left.length > limit) return foundPage(who, cursorAt(who[who.length - 1]))
    if (left.length === limit) return foundPage(who, { ...BEGINNING, phase: 'messages' })

    const found = await this.#byMessage.find(tenantId, scope, {
      terms,
      after: isInMessages ? after : null,
      limit: limit - who.length,
      except: known,
      isExceptComplete: visitors.isComplete,
    })
    const page = foundPage([...who, ...found.positions], found.next, found.matches)
    return { ...page, lookedBackTo: found.isCutShort ? found.next!.moment : null }
  }
}

/** A page of exact matches; the last one leads on to everything else. */
function exactPage({ positions, numbered }: ExactMatches, { after, limit }: Request): FoundPage {
  const left = after
    ? positions.filter((each) => each !== numbered && isAfter(each, after))
    : positions
  const page = left.slice(0, limit)
  if (left.length <= limit) return { ...foundPage(page, BEGINNING), isExactOnly: true }
  const last = page[page.length - 1]
  // The numbered one comes first, wherever it would be in the list's order
  return foundPage(page, { ...(last === numbered ? BEGINNING : cursorAt(last)), phase: 'exact' })
}

const foundPage = (
  positions: Position[],
  next: PageCursor | null,
  matches = new Map<number, SearchMatch>()
): FoundPage => ({ ids: positions.map(({ id }) => id), matches, next, lookedBackTo: null })
