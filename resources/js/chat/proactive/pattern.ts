/**
 * Whether an address of a page has a pattern's form, in which `*` stands for anything. A pattern that begins with `/` is
 * of the path, with or without its query; others are of the whole address. Case and a slash at the end do not matter.
 * Parts are looked for one after the other, so that no pattern takes long.
 */
export function matchesPage(pattern: string, address: string): boolean {
  const { origin, pathname, search } = new URL(address)
  const base = pattern.startsWith('/') ? '' : origin
  const path = base + pathname
  return [path, path + search].some((text) => matches(plain(pattern), plain(text)))
}

const plain = (text: string) => text.toLowerCase().replace(/(?<=.)\/$/, '')

function matches(pattern: string, text: string): boolean {
  const [first, ...others] = pattern.split('*')
  if (others.length === 0) return text === pattern
  const last = others.pop()!
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
