import { emailKey, isSamePhone } from '#chat/models/contact_keys'
import type { ListRow } from '#chat/services/inbox/row_parts'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'

/** The match of a conversation's number or of its visitor, which has to be loaded. */
export function identityMatch(conversation: ListRow, terms: SearchTerms): SearchMatch | null {
  const { number, displayNumber, visitor } = conversation
  if (number === terms.number) return { in: 'number', text: displayNumber, seq: null }
  const { name, email, phone } = visitor
  if (email && emailKey(email) === terms.emailKey) {
    return { in: 'email', text: email, seq: null, isExact: true }
  }
  if (phone && terms.phoneKey && isSamePhone(phone, terms.query)) {
    return { in: 'phone', text: phone, seq: null, isExact: true }
  }
  if (!terms.inVisitor(visitor)) return null
  const isNamed = name && terms.rangesIn(name, { anywhere: true }).length > 0
  return isNamed ? { in: 'name', text: name, seq: null } : { in: 'email', text: email!, seq: null }
}
