/** A piece of a message: text, or a link with its URL. */
export type Piece = { text: string; href?: string }

/**
 * Characters that always end an address: spaces, quotation marks of all languages, Chinese and Japanese full stops.
 */
const LINK =
  /(?<![a-z\d])https?:\/\/[^\s<>"'`\u00ab\u00bb\u200b-\u200f\u2018-\u201f\u202a-\u202e\u2066-\u2069\u3001\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]+/gi

/** Punctuation of the sentence, which an address does not end with. */
const PUNCTUATION = '.,;:!?*_~\u2026\u060c\u061f'

const OPENERS = '([{'
const CLOSERS = ')]}'

/**
 * Finds the http and https addresses in a text, for server, inbox and widget alike. Nothing else becomes a link, and
 * the punctuation of the sentence around an address stays outside it. Runs in linear time.
 */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0

  for (const match of text.matchAll(LINK)) {
    const address = trimEnd(withinMarks(match[0], text, match.index))
    const href = webAddress(address)
    if (!href) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: address, href })
    from = match.index + address.length
  }

  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** A mark right before an address also closes it: `**…**`, `(…)`. Single `_` and `~` are common in addresses. */
function withinMarks(run: string, text: string, at: number) {
  const mark = text[at - 1]
  if (OPENERS.includes(mark)) return run.slice(0, closing(run, OPENERS.indexOf(mark)))
  if (!'*_~'.includes(mark)) return run
  let marks = mark
  while (text[at - marks.length - 1] === mark) marks += mark
  return mark === '*' || marks[1] ? run.split(marks, 1)[0] : run
}

/** The position at which a bracket opened before the run is closed; the run's length when it is not. */
function closing(run: string, kind: number) {
  let depth = 1
  let index = 0
  for (; index < run.length; index++) {
    if (run[index] === OPENERS[kind]) depth++
    if (run[index] === CLOSERS[kind] && !--depth) break
  }
  return index
}

/** A closing bracket at the end belongs to the address if the address contains its opening. */
function trimEnd(address: string) {
  const open = [0, 0, 0]
  for (const character of address) {
    if (OPENERS.includes(character)) open[OPENERS.indexOf(character)]++
    if (CLOSERS.includes(character)) open[CLOSERS.indexOf(character)]--
  }
  let end = address.length
  for (; end; end--) {
    const kind = CLOSERS.indexOf(address[end - 1])
    if (kind < 0 ? !PUNCTUATION.includes(address[end - 1]) : open[kind]++ >= 0) break
  }
  return address.slice(0, end)
}

/** The address, if it is a plain web link without side effects. */
export function webAddress(address: string | null): string | null {
  try {
    const { protocol, href } = new URL(address ?? '')
    return /^https?:$/.test(protocol) ? href : null
  } catch {
    return null
  }
}
