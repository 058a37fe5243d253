import { emailKey, phoneKey } from '#chat/models/contact_keys'
import { fold, foldWithOffsets } from '#chat/services/inbox/search/folding'

export const MAX_QUERY = 200

/** A range of a text: start and exclusive end, in UTF-16 units. */
export type Range = [from: number, to: number]

const TERM = /"([^"]+)"|(\S+)/g
const NUMBER = /^#?c?(\d{1,9})$/i
const EMAIL = /^[^\s@"]+@[^\s@"]+\.[^\s@".]+$/
const PHONE = /^\+?[\d\s()./-]+$/
const IN_WORDS = /[\p{L}\p{N}\p{M}_]/u

/** Scripts that write words without spaces: in them, a word may begin at any character. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** One search term, as it was typed and as it is compared. */
export interface Term {
  text: string
  folded: string
}

/** The search text in its stored form: one line, cut to the length that a search uses. */
export function toQuery(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const line = value
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
  const query = [...line.trim()].slice(0, MAX_QUERY).join('').trim()
  return fold(query).trim() ? query : undefined
}

/**
 * The terms of a search (I3). All of them must match in the same text, in any order; in a message each matches the
 * beginning of a word, in a name or an address any part. Quotes keep words together; every other character is
 * literal.
 */
export class SearchTerms {
  readonly terms: Term[]

  constructor(readonly query: string) {
    const found = [...query.matchAll(TERM)].map(([, phrase, word]) => (phrase ?? word).trim())
    const texts = new Map(found.map((text) => [fold(text), text]))
    texts.delete('')
    if (texts.size === 0) texts.set(fold(query), query)
    this.terms = [...texts].map(([folded, text]) => ({ text, folded }))
  }

  /** The conversation number, if the search text is one: `C1042`, `#1042`, `1042`. */
  get number(): number | null {
    const match = NUMBER.exec(this.query)
    return match && Number(match[1])
  }

  /** The key of the email address, if the search text is a whole one. */
  get emailKey(): string | null {
    return EMAIL.test(this.query) ? emailKey(this.query) : null
  }

  /** The key of the phone number, if the search text may be one. */
  get phoneKey(): string | null {
    return PHONE.test(this.query) ? phoneKey(this.query) : null
  }

  /** Whether a message matches. */
  inMessage(text: string): boolean {
    const folded = fold(text)
    return this.terms.every((term) => startsOf(folded, term.folded).next().value !== undefined)
  }

  /** Whether a visitor's name or address matches. */
  inVisitor({ name, email }: { name: string | null; email: string | null }): boolean {
    const texts = [fold(name ?? ''), fold(email ?? '')]
    return this.terms.every((term) => texts.some((text) => text.includes(term.folded)))
  }

  /** The ranges of the terms in a text, in order and without overlap. */
  rangesIn(text: string, { anywhere = false } = {}): Range[] {
    const { folded, offsets } = foldWithOffsets(text)
    const ranges = this.terms.flatMap(({ folded: term }) =>
      [...startsOf(folded, term, anywhere)].map((from): Range => {
        return [offsets[from], endOf(offsets, from + term.length)]
      })
    )
    return apart(ranges)
  }
}

export const isSpaceless = (text: string) => SPACELESS.test(text)

function* startsOf(text: string, term: string, anywhere = false): Generator<number> {
  const isFree = anywhere || !beginsWord(term)
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (isFree || !continuesWord(text, at)) yield at
  }
}

function beginsWord(term: string) {
  const [first] = term
  return IN_WORDS.test(first) && !isSpaceless(first)
}

function continuesWord(text: string, at: number) {
  if (at === 0) return false
  const isLowHalf = at > 1 && /[\udc00-\udfff]/.test(text[at - 1])
  const before = text.slice(at - (isLowHalf ? 2 : 1), at)
  return IN_WORDS.test(before) && !isSpaceless(before)
}

/** The end of the whole character that the last unit belongs to, including the accents that follow it. */
function endOf(offsets: number[], unit: number) {
  const last = offsets[unit - 1]
  let next = unit
  while (offsets[next] === last) next += 1
  return offsets[next] ?? last
}

function apart(ranges: Range[]): Range[] {
  const merged: Range[] = []
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const previous = merged.at(-1)
    if (previous && from <= previous[1]) previous[1] = Math.max(previous[1], to)
    else merged.push([from, to])
  }
  return merged
}
