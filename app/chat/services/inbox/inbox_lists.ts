import { setImmediate } from 'node:timers/promises'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { cursorAt, positionsInOrder } from '#chat/services/inbox/inbox_positions'
import { inScopeAmong, settled, type InboxScope } from '#chat/services/inbox/inbox_scope'
import { decodeCursor, encodeCursor, type PageCursor } from '#chat/services/inbox/page_cursor'
import { InboxSearch, type FoundPage } from '#chat/services/inbox/search/inbox_search'
import { identityMatch } from '#chat/services/inbox/search/identity_match'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import { SearchTerms, toQuery } from '#chat/services/inbox/search/search_terms'
import { listRows, type ListRow } from '#chat/services/inbox/row_parts'
import { snippetOf } from '#chat/services/inbox/search/snippet'

/** One page of a list of conversations. */
export interface InboxPage<Row extends ListRow = Conversation> {
  conversations: Row[]
  /** The cursor of the following page; null on the last. */
  nextCursor: string | null
  /** Of a search that has not searched older messages yet: how far back it has. */
  lookedBackTo: DateTime | null
  /** Of a search: whether it has looked up exact matches only, and names and messages are on the next page. */
  isExactOnly: boolean
}

const IDS_AT_A_TIME = 1000
const EVERYTHING = DateTime.fromMillis(0)

/** A list of conversations and the part of it to read: at most `limit`, from a page's `nextCursor` on. */
export type InboxListRequest = InboxScope & {
  cursor?: unknown
  limit: number
}

/** Lists of conversations, filtered and searched. */
export class InboxLists {
  #search = new InboxSearch()

  /**
   * A page of conversations in the order of its sort. A search lists exact matches first, on pages of their own,
   * then matches by visitor, then by message. A page of a search may be short or empty and still have a next one.
   */
  list(tenantId: string, request: InboxListRequest): Promise<InboxPage> {
    return this.#loaded(tenantId, request, (ids) =>
      withParts(Conversation.query().whereIn('id', ids))
    )
  }

  /** The same page, of which only what rows of the inbox show is read. */
  listRows(tenantId: string, request: InboxListRequest): Promise<InboxPage<ListRow>> {
    return this.#loaded(tenantId, request, listRows)
  }

  /**
   * The ids of a whole list, page by page. Conversations that moved to its top meanwhile may have been missed and are
   * repeated at the end. Yields to the event loop between pages.
   */
  async *ids(tenantId: string, scope: InboxScope): AsyncGenerator<number[]> {
    const began = DateTime.utc()
    yield* this.#idsFrom(tenantId, scope, EVERYTHING)
    if (termsOf(scope)) return
    // In a sorted list conversations move without a message: the whole list is read again
    const isByNewest = (scope.sort ?? 'newest') === 'newest'
    yield* this.#idsFrom(tenantId, { ...scope, sort: 'newest' }, isByNewest ? began : EVERYTHING)
  }

  /** Those of the given conversations that match the filters, for refreshing single rows. */
  async rows(tenantId: string, externalIds: string[], scope: InboxScope): Promise<Conversation[]> {
    const here = await settled(tenantId, scope)
    const rows = await withParts(inScopeAmong(tenantId, here, 'external_id', externalIds))
    const terms = termsOf(scope)
    if (!terms) return rows
    setMatches(rows, terms, await this.#search.among(rows, terms))
    return rows.filter(({ match }) => match)
  }

  /** From the top of a list down to a timestamp. */
  async *#idsFrom(tenantId: string, scope: InboxScope, downTo: DateTime) {
    let after: PageCursor | null = null
    do {
      const page: Page = await this.#page(tenantId, scope, after, IDS_AT_A_TIME)
      yield page.ids
      await setImmediate()
      after = page.next
    } while (after && after.moment >= downTo)
  }

  async #loaded<Row extends ListRow>(
    tenantId: string,
    request: InboxListRequest,
    load: (ids: number[]) => PromiseLike<Row[]>
  ): Promise<InboxPage<Row>> {
    const after = decodeCursor(request.cursor)
    const scope = await settled(tenantId, request)
    const page = await this.#page(tenantId, scope, after, request.limit)
    const { ids, next, lookedBackTo, isExactOnly = false, found } = page
    const rows = await load(ids)
    const known = new Map(rows.map((row) => [row.id, row]))
    const conversations = ids.flatMap((id) => known.get(id) ?? [])
    found?.(conversations)
    return { conversations, nextCursor: next && encodeCursor(next), lookedBackTo, isExactOnly }
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
      return { ...page, found: (rows) => setMatches(rows, terms, page.matches) }
    }
    const positions = await positionsInOrder(tenantId, scope, after, limit + 1)
    const page = positions.slice(0, limit)
    const next = positions.length > limit ? cursorAt(page[page.length - 1]) : null
    return { ids: page.map(({ id }) => id), next, lookedBackTo: null }
  }
}

/** The conversations of a page, and a callback that returns their matches once they are loaded. */
type Page = Omit<FoundPage, 'matches'> & { found?: (rows: ListRow[]) => void }

function termsOf(scope: InboxScope) {
  const query = toQuery(scope.q)
  return query === undefined ? null : new SearchTerms(query)
}

function setMatches(rows: ListRow[], terms: SearchTerms, matches: FoundPage['matches']) {
  for (const row of rows) {
    const found = matches.get(row.id)
    row.match = identityMatch(row, terms) ?? (found && shortened(found, terms))
  }
}

const shortened = (match: SearchMatch, terms: SearchTerms): SearchMatch => ({
  ...match,
  text: snippetOf(match.text, terms),
})

/** With the relations of lists. */
const withParts = (query: ReturnType<typeof inScopeAmong>) =>
  query.preload('visitor').preload('widget').preload('labels')
