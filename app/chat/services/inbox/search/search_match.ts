/** Why a search has found a conversation. */
export interface SearchMatch {
  in: 'number' | 'name' | 'email' | 'phone' | 'message' | 'note'
  /** The matching text; of a message, one line around the match. */
  text: string
  /** The matching message's `seq`; null for other matches. */
  seq: number | null
  /** Whether the visitor's whole address or phone number was searched for. */
  isExact?: boolean
}

/**
 * Orders matches by kind, the higher the earlier: the conversation's number, its visitor's whole address or phone
 * number, a part of the visitor's name or address, a message.
 */
export function rankOf(match: SearchMatch | undefined) {
  if (match?.in === 'number') return 3
  if (match?.isExact) return 2
  return match?.in === 'name' || match?.in === 'email' ? 1 : 0
}
