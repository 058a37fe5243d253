/** Elements whose contents are not for reading. */
const UNREAD = new Set(['head', 'style', 'script', 'title', 'template'])

/** Elements that begin and end a line. */
const LINES = new Set(
  'address article blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' '
  )
)

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
}

const TAG = /^<(\/?)([a-z][a-z0-9]*)/i

/**
 * The text of an email that has HTML alone: a line per block, quotes marked with `>`. It reads each character once,
 * whatever is in it.
 */
export function htmlText(html: string): string {
  const out: string[] = ['']
  let quotes = 0
  let unread = ''
  let at = 0
  const write = (text: string) => {
    const words = entities(text).replace(/\s+/g, ' ')
    const line = out[out.length - 1]
    out[out.length - 1] = line + (line === '' ? words.trimStart() : words)
  }
  const endLine = () => {
    out[out.length - 1] = '> '.repeat(quotes) + out[out.length - 1].trimEnd()
    out.push('')
  }
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (!unread) write(html.slice(at, open < 0 ? undefined : open))
    if (open < 0) break
    const isComment = html.startsWith('<!--', open)
    const close = html.indexOf(isComment ? '-->' : '>', open)
    if (close < 0) break
    at = close + (isComment ? 3 : 1)
    const [, slash, tag = ''] = TAG.exec(html.slice(open, open + 20)) ?? []
    const name = tag.toLowerCase()
    if (unread) {
      if (slash && name === unread) unread = ''
    } else if (UNREAD.has(name) && !slash) unread = name
    else if (name === 'br') endLine()
    else if (LINES.has(name)) {
      if (out[out.length - 1].trim()) endLine()
      if (name === 'blockquote') quotes = Math.max(0, quotes + (slash ? -1 : 1))
      if (name === 'p' && slash) endLine()
    }
  }
  endLine()
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const entities = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
