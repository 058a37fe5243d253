import type { SearchTerms } from '#chat/services/inbox/search/search_terms'

const BEFORE = 24
const LENGTH = 120

/** One line of a message around the first match. */
export function snippetOf(content: string, terms: SearchTerms): string {
  const line = content.replace(/\s+/g, ' ').trim()
  const first = terms.rangesIn(line)[0]?.[0] ?? 0
  const from = first <= BEFORE ? 0 : wordAfter(line, first - BEFORE, first)
  const cut = line.slice(from, from + LENGTH)
  const isCut = from + LENGTH < line.length
  return `${from > 0 ? '…' : ''}${withoutHalves(cut)}${isCut ? '…' : ''}`
}

/** The start of the next word, so that a snippet does not begin within one. */
function wordAfter(line: string, from: number, before: number) {
  const space = line.indexOf(' ', from)
  return space >= 0 && space < before ? space + 1 : from
}

/** Removes lone surrogates, which cutting may leave. */
const withoutHalves = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
