/** A piece of a message: text, or a link with the address that it leads to. */
export type Piece = { text: string; href?: string }

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi

/**
 * Finds the http and https addresses in a text, for server, inbox and widget alike. Nothing else ever becomes a
 * link, and the punctuation of the sentence around an address does not become part of it.
 */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0

  for (const match of text.matchAll(LINK)) {
    const address = trimEnd(match[0])
    const href = webAddress(address)
    if (!href) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: address, href })
    from = match.index + address.length
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

/** The address, if following it leads to a website and does nothing else. */
export function webAddress(address: string | null): string | null {
  try {
    const { protocol, href } = new URL(address ?? '')
    return /^https?:$/.test(protocol) ? href : null
  } catch {
    return null
  }
}
