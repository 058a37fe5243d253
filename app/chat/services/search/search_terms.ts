import { fold, foldWithPlaces } from '#chat/services/search/folding'

export const MAX_QUERY = 200

/** A stretch of a text: from one place up to, and without, another. */
export type Range = [from: number, to: number]

const TERM = /"([^"]+)"|(\S+)/g
const NUMBER = /^#?c?(\d{1,9})$/i
const IN_WORDS = /[\p{L}\p{N}\p{M}_]/u

/** Scripts that write words without spaces between them: there, any character may begin one. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** One thing to look for, as it was written and as it is compared. */
export interface Term {
  text: string
  folded: string
}

/** What somebody typed, as it travels and is stored: one line, cut at what a search can use. */
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
 * What a search looks for (I3). All terms must be in the same text, in any order; within a message
 * each begins a word, within a name or an address it may stand anywhere. Quotes keep words together;
 * every other character means itself.
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

  /** The conversation's number, if that is what was typed: `C1042`, `#1042`, `1042`. */
  get number(): number | null {
    const match = NUMBER.exec(this.query)
    return match && Number(match[1])
  }

  /** Whether a message says it. */
  inMessage(text: string): boolean {
    const folded = fold(text)
    return this.terms.every((term) => startsOf(folded, term.folded).next().value !== undefined)
  }

  /** Whether somebody is called so, or has such an address. */
  inSomebody({ name, email }: { name: string | null; email: string | null }): boolean {
    const texts = [fold(name ?? ''), fold(email ?? '')]
    return this.terms.every((term) => texts.some((text) => text.includes(term.folded)))
  }

  /** Where the terms stand in a text, in order and apart from each other. */
  rangesIn(text: string, { anywhere = false } = {}): Range[] {
    const { folded, places } = foldWithPlaces(text)
    const ranges = this.terms.flatMap(({ folded: term }) =>
      [...startsOf(folded, term, anywhere)].map((from): Range => {
        return [places[from], endOf(places, from + term.length)]
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

/** Behind the whole character that the last unit belongs to, and the accents that follow it. */
function endOf(places: number[], unit: number) {
  const last = places[unit - 1]
  let next = unit
  while (places[next] === last) next += 1
  return places[next] ?? last
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
