import { localPart } from '#crm/support/email'

/** Column widths; a name longer than that is cut, never refused. */
const NAME_LENGTH = 120

/** Splits a full name at its first space: "Jane van Doe" is Jane, van Doe. */
export function splitName(name: string | null, email: string | null) {
  const [first = '', ...rest] = (name ?? '').trim().split(/\s+/)
  const fallback = email ? localPart(email) : ''
  return {
    firstName: (first || fallback || 'Unknown').slice(0, NAME_LENGTH),
    lastName: rest.join(' ').slice(0, NAME_LENGTH) || null,
  }
}

/** Up to two letters that stand for a name in an avatar. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const [first = '?', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words
  return ([...first][0] + ([...last][0] ?? '')).toUpperCase()
}
