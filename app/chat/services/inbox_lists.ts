import { setImmediate } from 'node:timers/promises'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { cursorAt, placesInOrder } from '#chat/services/inbox_places'
import { inScopeAmong, type InboxScope } from '#chat/services/inbox_scope'
import { decodeCursor, encodeCursor, type PageCursor } from '#chat/services/page_cursor'
import { InboxSearch, type FoundPage } from '#chat/services/search/inbox_search'
import { hitOfIdentity, type SearchHit } from '#chat/services/search/search_hit'
import { SearchTerms, toQuery } from '#chat/services/search/search_terms'
import { snippetOf } from '#chat/services/search/snippet'

export interface InboxPage {
  conversations: Conversation[]
  /** Asks for the page after this one; null on the last. */
  nextCursor: string | null
  /** Of a search that has not looked at older messages yet: how far it has. */
  lookedBackTo: DateTime | null
}

const IDS_AT_A_TIME = 1000
const EVERYTHING = DateTime.fromMillis(0)

type ListRequest = InboxScope & { cursor?: unknown; limit: number }

/** Lists of conversations, under filters and searches. */
export class InboxLists {
  #search = new InboxSearch()

  /**
   * In the order of its sort; of a search, those found by number or visitor before those found by what
   * was said. A page of a search may be short, or empty, and have a next one nevertheless.
   */
  async list(tenantId: string, request: ListRequest): Promise<InboxPage> {
    const after = decodeCursor(request.cursor)
    const page = await this.#page(tenantId, request, after, request.limit)
    const { ids, next, lookedBackTo, found } = page
    const rows = await withParts(Conversation.query().whereIn('id', ids))
    const known = new Map(rows.map((row) => [row.id, row]))
    const conversations = ids.flatMap((id) => known.get(id) ?? [])
    found?.(conversations)
    return { conversations, nextCursor: next && encodeCursor(next), lookedBackTo }
  }

  /**
   * The ids of a whole list, page by page. Those that came to its top meanwhile, and may have been
   * passed on their way, come again at the end; the event loop gets its turn in between.
   */
  async *ids(tenantId: string, scope: InboxScope): AsyncGenerator<number[]> {
    const began = DateTime.utc()
    yield* this.#idsFrom(tenantId, scope, EVERYTHING)
    if (termsOf(scope)) return
    // What moves in a sorted list may do so without a message: all of it is looked through once more
    const isByNewest = (scope.sort ?? 'newest') === 'newest'
    yield* this.#idsFrom(tenantId, { ...scope, sort: 'newest' }, isByNewest ? began : EVERYTHING)
  }

  /** Those of the given conversations that belong under the filters, for refreshing single rows. */
  async rows(tenantId: string, externalIds: string[], scope: InboxScope): Promise<Conversation[]> {
    const rows = await withParts(inScopeAmong(tenantId, scope, 'external_id', externalIds))
    const terms = termsOf(scope)
    if (!terms) return rows
    tellHits(rows, terms, await this.#search.among(rows, terms))
    return rows.filter(({ hit }) => hit)
  }

  /** From the top of a list down to a moment. */
  async *#idsFrom(tenantId: string, scope: InboxScope, downTo: DateTime) {
    let after: PageCursor | null = null
    do {
      const page: Page = await this.#page(tenantId, scope, after, IDS_AT_A_TIME)
      yield page.ids
      await setImmediate()
      after = page.next
    } while (after && after.moment >= downTo)
  }

  async #page(
    tenantId: string,
    scope: InboxScope,
    after: PageCursor | null,
    limit: number
  ): Promise<Page> {
    const terms = termsOf(scope)
    if (terms) {
      const unsorted = { ...scope, sort: undefined }
      const page = await this.#search.page(tenantId, unsorted, { terms, after, limit })
      return { ...page, found: (rows) => tellHits(rows, terms, page.hits) }
    }
    const places = await placesInOrder(tenantId, scope, after, limit + 1)
    const page = places.slice(0, limit)
    const next = places.length > limit ? cursorAt(page[page.length - 1]) : null
    return { ids: page.map(({ id }) => id), next, lookedBackTo: null }
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
const withParts = (query: ReturnType<typeof inScopeAmong>) =>
  query.preload('visitor').preload('widget').preload('labels')
