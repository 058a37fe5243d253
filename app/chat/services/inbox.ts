import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type Visitor from '#chat/models/visitor'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import { placesInOrder } from '#chat/services/inbox_places'
import { inScope, type InboxScope } from '#chat/services/inbox_scope'
import { decodeCursor, encodeCursor } from '#chat/services/page_cursor'
import { InboxSearch, type FoundPage } from '#chat/services/search/inbox_search'
import { hitOfIdentity, type SearchHit } from '#chat/services/search/search_hit'
import { SearchTerms, toQuery } from '#chat/services/search/search_terms'
import { snippetOf } from '#chat/services/search/snippet'

export { INBOX_FILTERS, type InboxFilter, type InboxScope } from '#chat/services/inbox_scope'

export interface InboxPage {
  conversations: Conversation[]
  /** Asks for the page after this one; null on the last. */
  nextCursor: string | null
  /** Of a search that has not looked at older messages yet: how far it has. */
  lookedBackTo: DateTime | null
}

export interface ThreadPage {
  /** Oldest first. */
  messages: Message[]
  /** Newer ones exist beyond a page that was asked for by `after`, older ones beyond any other. */
  hasMore: boolean
  /** Newer ones exist beyond a page that was asked for by `around`. */
  hasNewer: boolean
}

export interface ThreadRequest {
  after?: number
  before?: number
  /** A place that is to be in the middle. */
  around?: number
  limit: number
  /** `public` for a visitor; agents see notes and internal lines as well. */
  visibility: 'public' | 'all'
}

type ListRequest = InboxScope & { cursor?: unknown; limit: number }

/** Reading: lists, threads and counts. Every query is bounded, and its cost independent of the table's size. */
export class Inbox {
  #search = new InboxSearch()

  /**
   * Newest activity first; of a search, those found by number or visitor before those found by what
   * was said. A page of a search may be short, or empty, and have a next one nevertheless.
   */
  async list(tenantId: string, request: ListRequest): Promise<InboxPage> {
    const { ids, next, lookedBackTo, found } = await this.#page(tenantId, request)
    const rows = await withParts(Conversation.query().whereIn('id', ids))
    const known = new Map(rows.map((row) => [row.id, row]))
    const conversations = ids.flatMap((id) => known.get(id) ?? [])
    found?.(conversations)
    return { conversations, nextCursor: next && encodeCursor(next), lookedBackTo }
  }

  /** Those of the given conversations that belong under the filters, for refreshing single rows. */
  async rows(tenantId: string, externalIds: string[], scope: InboxScope): Promise<Conversation[]> {
    const query = inScope(tenantId, scope).whereIn('external_id', externalIds)
    const rows = await withParts(query)
    const terms = termsOf(scope)
    if (!terms) return rows
    tellHits(rows, terms, await this.#search.among(rows, terms))
    return rows.filter(({ hit }) => hit)
  }

  /** How many conversations each filter of open work holds, for the tabs; counting stops at 100. */
  async counts(tenantId: string, agentId: number | null, narrow?: InboxScope['narrow']) {
    const [open, mine, unassigned] = await Promise.all(
      (['open', 'mine', 'unassigned'] as const).map((filter) =>
        this.#cappedCount(tenantId, { filter, agentId, narrow })
      )
    )
    return { open, mine, unassigned }
  }

  /** Open conversations with something unread that concern this agent: their own and nobody's. */
  async unreadCount(tenantId: string, agentId: number | null): Promise<number> {
    return this.#cappedCount(tenantId, { filter: 'open', agentId }, (query) =>
      query.where('agent_unread_count', '>', 0).where((concerned) => {
        concerned.whereNull('agent_id')
        if (agentId) concerned.orWhere('agent_id', agentId)
      })
    )
  }

  /** @throws ConversationNotFound when the tenant has no such conversation */
  async conversation(tenantId: string, externalId: string): Promise<Conversation> {
    const found = await Conversation.query()
      .where({ tenant_id: tenantId, external_id: externalId })
      .preload('visitor')
      .preload('widget')
      .preload('agent')
      .first()
    if (!found) throw new ConversationNotFound()
    return found
  }

  /** @throws ConversationNotFound when it is not this visitor's */
  async ownConversation(visitor: Visitor, externalId: string): Promise<Conversation> {
    const found = await Conversation.query()
      .where({ external_id: externalId, visitor_id: visitor.id })
      .first()
    if (!found) throw new ConversationNotFound()
    return found
  }

  /** The visitor's newest conversation, ended or not. */
  latestOf(visitor: Visitor): Promise<Conversation | null> {
    return Conversation.query().where('visitor_id', visitor.id).orderBy('id', 'desc').first()
  }

  /** The visitor's other conversations, newest first. */
  earlierThan(conversation: Conversation, limit: number): Promise<Conversation[]> {
    return Conversation.query()
      .where('visitor_id', conversation.visitorId)
      .whereNot('id', conversation.id)
      .orderBy('id', 'desc')
      .limit(limit)
  }

  /** Conversations of a person or lead of the CRM, newest first (P4). */
  ofRecord(tenantId: string, record: { personId?: string; leadId?: string }, limit: number) {
    return Conversation.query()
      .where('tenant_id', tenantId)
      .where((linked) => {
        if (record.leadId) linked.orWhere('lead_id', record.leadId)
        if (record.personId) {
          linked.orWhereHas('visitor', (visitor) =>
            visitor.where({ tenant_id: tenantId, person_id: record.personId! })
          )
        }
      })
      .orderBy('id', 'desc')
      .limit(limit)
      .preload('visitor')
  }

  /** A page of a thread: after a place, before one, around one, or the newest. */
  async thread(conversation: Conversation, request: ThreadRequest): Promise<ThreadPage> {
    if (request.around !== undefined) return this.#threadAround(conversation, request)
    const query = Message.query().where('conversation_id', conversation.id)
    if (request.visibility === 'public') query.where('visibility', 'public')
    const isForward = request.after !== undefined
    if (isForward) query.where('seq', '>', request.after!)
    if (request.before !== undefined) query.where('seq', '<', request.before)

    const rows = await query.orderBy('seq', isForward ? 'asc' : 'desc').limit(request.limit + 1)
    const page = rows.slice(0, request.limit)
    return {
      messages: isForward ? page : page.reverse(),
      hasMore: rows.length > request.limit,
      hasNewer: false,
    }
  }

  /** Seconds that a visitor has been waiting for an answer, or null. */
  waitingSeconds(conversation: Conversation): number | null {
    if (!conversation.waitingSince) return null
    return Math.floor(DateTime.utc().diff(conversation.waitingSince, 'seconds').seconds)
  }

  async #threadAround(conversation: Conversation, { around, ...request }: ThreadRequest) {
    const limit = Math.ceil(request.limit / 2)
    const [older, newer] = await Promise.all([
      this.thread(conversation, { ...request, limit, before: around! + 1 }),
      this.thread(conversation, { ...request, limit, after: around! }),
    ])
    const messages = [...older.messages, ...newer.messages]
    return { messages, hasMore: older.hasMore, hasNewer: newer.hasMore }
  }

  async #page(tenantId: string, request: ListRequest): Promise<Page> {
    const after = decodeCursor(request.cursor)
    const { limit } = request
    const terms = termsOf(request)
    if (terms) {
      const page = await this.#search.page(tenantId, request, { terms, after, limit })
      return { ...page, found: (rows) => tellHits(rows, terms, page.hits) }
    }
    const places = await placesInOrder(tenantId, request, after, limit + 1)
    const page = places.slice(0, limit)
    const next = places.length > limit ? page[page.length - 1] : null
    return { ids: page.map(({ id }) => id), next, lookedBackTo: null }
  }

  /** An exact count up to 100, which is all that a badge shows. */
  async #cappedCount(
    tenantId: string,
    scope: InboxScope,
    narrow: (query: ReturnType<typeof inScope>) => unknown = () => {}
  ): Promise<number> {
    const query = inScope(tenantId, scope).clearSelect().select('id').limit(100)
    narrow(query)
    const rows = await query.pojo<{ id: number }>()
    return rows.length
  }
}

/** Which conversations a page has, and what to tell of them once they are loaded. */
type Page = Omit<FoundPage, 'hits'> & { found?: (rows: Conversation[]) => void }

function termsOf(scope: InboxScope) {
  const query = toQuery(scope.q)
  return query === undefined ? null : new SearchTerms(query)
}

function tellHits(rows: Conversation[], terms: SearchTerms, hits: FoundPage['hits']) {
  for (const row of rows) {
    const said = hits.get(row.id)
    row.hit = hitOfIdentity(row, terms) ?? (said && shortened(said, terms))
  }
}

const shortened = (hit: SearchHit, terms: SearchTerms): SearchHit => ({
  ...hit,
  text: snippetOf(hit.text, terms),
})

/** With everything that rows show. */
const withParts = (query: ReturnType<typeof inScope>) =>
  query
    .preload('visitor')
    .preload('widget')
    .preload('labels', (labels) => labels.orderBy('name'))
