const LINKABLE = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const HERE = 'http://here.invalid'

/** The address if a browser may be led there; null for scripts, data and anything unreadable. */
export function safeUrl(url: string | null | undefined) {
  if (!url) return null
  const parsed = URL.parse(url, HERE)
  return parsed && LINKABLE.has(parsed.protocol) ? url : null
}
