import type { ListRow } from '#chat/services/inbox/row_parts'
import type { Range, SearchTerms } from '#chat/services/inbox/search/search_terms'
import { markedText } from '#chat/presenters/marked_text'

/** Why a search has found a conversation; shown in its row instead of the last message. */
export function presentMatch({ match }: ListRow, terms: SearchTerms | null) {
  if (!match || !terms || match.in === 'name') return null
  if (match.in === 'number') return { isNote: false, html: `<mark>${match.text}</mark>` }
  if (match.in === 'email' || match.in === 'phone') {
    const whole: Range = [0, match.text.length]
    const ranges = match.isExact ? [whole] : terms.rangesIn(match.text, { anywhere: true })
    return { isNote: false, html: markedText(match.text, ranges) }
  }
  return { isNote: match.in === 'note', html: markedText(match.text, terms.rangesIn(match.text)) }
}

/** The visitor's name, marked where it is what was searched for. */
export function presentName({ match, visitor }: ListRow, terms: SearchTerms | null) {
  const isMatch = match?.in === 'name' && terms
  const ranges = isMatch ? terms.rangesIn(visitor.displayName, { anywhere: true }) : []
  return markedText(visitor.displayName, ranges)
}

/** Behind a conversation's address: the message that was found. */
export const matchPosition = ({ match }: ListRow) =>
  match?.seq ? `&at=${match.seq}#message-${match.seq}` : ''
