/** A piece of a message: text, or a link with the address that it leads to. */
export type Piece = { text: string; href?: string }

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi

/**
 * Finds the http and https addresses in a text. Nothing else ever becomes a link, and the punctuation of the
 * sentence around an address does not become part of it.
 */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0

  for (const match of text.matchAll(LINK)) {
    const href = trimEnd(match[0])
    if (!isWebAddress(href)) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: href, href })
    from = match.index + href.length
  }

  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

function trimEnd(address: string) {
  // A closing bracket belongs to the address only when the address opened it
  const trailing = /[([{]/.test(address) ? '.,;:!?*_~' : '.,;:!?*_~)]}'
  let end = address.length
  while (end && trailing.includes(address[end - 1])) end--
  return address.slice(0, end)
}

function isWebAddress(address: string) {
  try {
    return /^https?:$/.test(new URL(address).protocol)
  } catch {
    return false
  }
}
