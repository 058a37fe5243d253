import type { Position } from '#chat/services/inbox/inbox_positions'
import type { PageCursor } from '#chat/services/inbox/page_cursor'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'

/** What messages are searched for, and where. */
export interface MessageSearchRequest {
  terms: SearchTerms
  after: PageCursor | null
  limit: number
  /** Conversations that the visitor search has found already. */
  except: Set<number>
  /** Whether `except` is complete; if not, this search also reports matching visitors. */
  isExceptComplete: boolean
}

/** A page of what was found. */
export interface MessageSearchResult {
  /** In the list's order. */
  positions: Position[]
  matches: Map<number, SearchMatch>
  /** The cursor of the next page; null at the end of the list. */
  next: PageCursor | null
  /** Whether older conversations have not been searched, though the page is not full. */
  isCutShort: boolean
}
