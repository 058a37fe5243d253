import { fold } from '#chat/services/inbox/search/folding'
import { isSpaceless, type SearchTerms } from '#chat/services/inbox/search/search_terms'

/** The lengths of beginnings that the index of words holds: longer ones are looked up by their first letters. */
export const PREFIXES = [1, 2, 3, 4, 6]

/** More tokens rule out little, and each costs time. */
const MOST_TOKENS = 8

const RUNS = /[\p{L}\p{N}]+/gu

/** Follows a name, so that its last letters begin a piece as well. */
const END = '\ue0ff\ue0ff'

/** A message's words, as the index of words keeps them. */
export const wordsOf = (content: string) => [...new Set(runsOf(fold(content)).flat())].join(' ')

/**
 * The index's query for messages that may match: the beginnings of words. Null when no term has a letter or digit. The
 * terms decide exactly.
 */
export function wordQuery({ terms }: SearchTerms): string | null {
  const runs = terms.flatMap(({ folded }) => runsOf(folded))
  const tokens = runs.flat().map(beginning)
  return tokens.length > 0 ? allOf(tokens) : null
}

/** A visitor's name or address in pieces of three characters, so that any part of it is found. */
export function piecesOf(...texts: (string | null)[]): string {
  const pieces = texts.flatMap((text) => {
    const characters = [...encoded(fold(text ?? '')), ...END]
    return characters.slice(0, -2).map((_, at) => characters.slice(at, at + 3).join(''))
  })
  return [...new Set(pieces)].join(' ')
}

/** The index's query for visitors that may match. */
export function pieceQuery({ terms }: SearchTerms): string {
  const longestFirst = [...terms].sort((a, b) => b.folded.length - a.folded.length)
  const pieces = longestFirst.flatMap(({ folded }) => {
    const characters = [...encoded(folded)]
    if (characters.length < 3) return [`"${characters.join('')}"*`]
    return characters.slice(0, -2).map((_, at) => `"${characters.slice(at, at + 3).join('')}"`)
  })
  return allOf(pieces)
}

/**
 * Each run of letters and digits as tokens: itself, or in scripts that write words without spaces each two characters
 * that follow each other, and the last one.
 */
function runsOf(folded: string): string[][] {
  return [...folded.matchAll(RUNS)].flatMap(([run]) => {
    if (!isSpaceless(run)) return [[run]]
    const characters = [...run]
    const parts: string[][] = []
    for (const character of characters) {
      const last = parts.at(-1)
      if (last && isSpaceless(last[0]) === isSpaceless(character)) last.push(character)
      else parts.push([character])
    }
    return parts.map((part) => (isSpaceless(part[0]) ? pairsOf(part) : [part.join('')]))
  })
}

const pairsOf = (characters: string[]) =>
  characters.map((character, at) => `${character}${characters[at + 1] ?? ''}`)

/** The beginning of a token, cut to the greatest prefix length that the index has. */
function beginning(token: string) {
  const characters = [...token]
  const length = PREFIXES.findLast((each) => each <= characters.length)
  return `"${characters.slice(0, length).join('')}"*`
}

const allOf = (tokens: string[]) => [...new Set(tokens)].slice(0, MOST_TOKENS).join(' AND ')

/** The index's tokens end at any character that is no ASCII letter or digit: other letters get a code. */
const encoded = (text: string) =>
  text.replace(/[^a-z0-9]/g, (sign) => {
    const code = sign.charCodeAt(0)
    return code < 0x80 ? String.fromCodePoint(0xe000 + code) : sign
  })
