import type Conversation from '#chat/models/conversation'
import type { SearchTerms } from '#chat/services/search/search_terms'

/** Why a search has found a conversation. */
export interface SearchHit {
  in: 'number' | 'name' | 'email' | 'message' | 'note'
  /** What matches: of a message, one line around it. */
  text: string
  /** The place in the thread, of what was found there. */
  seq: number | null
}

/** People and numbers stand above what was said, a number on top: the greater, the higher. */
export function rankOf(hit: SearchHit | undefined) {
  if (hit?.in === 'number') return 2
  return hit?.in === 'name' || hit?.in === 'email' ? 1 : 0
}

/** Whether a conversation is found by its number or by who its visitor is, which has to be loaded. */
export function hitOfIdentity(conversation: Conversation, terms: SearchTerms): SearchHit | null {
  const { number, displayNumber, visitor } = conversation
  if (number === terms.number) return { in: 'number', text: displayNumber, seq: null }
  if (!terms.inSomebody(visitor)) return null
  const isNamed = visitor.name && terms.rangesIn(visitor.name, { anywhere: true }).length > 0
  return isNamed
    ? { in: 'name', text: visitor.name!, seq: null }
    : { in: 'email', text: visitor.email!, seq: null }
}
