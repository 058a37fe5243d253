import type Conversation from '#chat/models/conversation'
import type { SearchTerms } from '#chat/services/search/search_terms'
import { markedText } from '#chat/presenters/marked_text'

/** What a search has found a conversation by, as a row shows it in place of the last message. */
export function presentHit({ hit }: Conversation, terms: SearchTerms | null) {
  if (!hit || !terms || hit.in === 'name') return null
  if (hit.in === 'number') return { isNote: false, html: `<mark>${hit.text}</mark>` }
  if (hit.in === 'email') {
    const ranges = terms.rangesIn(hit.text, { anywhere: true })
    return { isNote: false, html: markedText(hit.text, ranges) }
  }
  return { isNote: hit.in === 'note', html: markedText(hit.text, terms.rangesIn(hit.text)) }
}

/** The visitor's name, marked where it is what was searched for. */
export function presentName({ hit, visitor }: Conversation, terms: SearchTerms | null) {
  const isHit = hit?.in === 'name' && terms
  const ranges = isHit ? terms.rangesIn(visitor.displayName, { anywhere: true }) : []
  return markedText(visitor.displayName, ranges)
}

/** Behind a conversation's address: the message that was found. */
export const placeOfHit = ({ hit }: Conversation) =>
  hit?.seq ? `&at=${hit.seq}#message-${hit.seq}` : ''
