/** An optional scheme, an optional `*.` and a host with an optional port: `https://shop.example`, `*.example.com`. */
const ENTRY = /^(https?:\/\/)?(\*\.)?([^\s/?#@*\\]*[^\s/?#@*\\:])$/

/** Host names and IPv4 addresses as browsers write them: international names in their ASCII form. */
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d+)?$/

/** Longer than any host name with its scheme and port; the patterns above are not built for more. */
const MAX_LENGTH = 255

/** The scheme that a well-known port implies; browsers send neither port. */
const IMPLIED: Record<string, string> = { ':80': 'http://', ':443': 'https://' }

/**
 * Normalises an admin's entry; null when it names neither an origin nor a domain. A scheme's default port is dropped,
 * because browsers do not send it.
 */
export function normalizeAllowedOrigin(entry: string): string | null {
  if (entry.length > MAX_LENGTH) return null
  const trimmed = entry.trim().toLowerCase().replace(/\/+$/, '')
  const [, given = '', wildcard = '', authority = ''] = ENTRY.exec(trimmed) ?? []
  const scheme = given || (IMPLIED[/:\d+$/.exec(authority)?.[0] ?? ''] ?? '')
  const host = URL.parse(`${scheme || 'http://'}${authority}`)?.host
  if (!host || !HOST.test(host)) return null
  const normalized = `${scheme}${wildcard}${host}`
  return normalized.length <= MAX_LENGTH ? normalized : null
}

/**
 * Whether a website may embed the widget (W13). An empty list allows every website; an entry without a scheme matches
 * both; `*.example.com` matches subdomains, not the domain itself.
 */
export function isOriginAllowed(entries: readonly string[], origin: string): boolean {
  if (entries.length === 0) return true
  const url = URL.parse(origin)
  if (!url || !/^https?:$/.test(url.protocol)) return false
  return entries.some((entry) => matches(entry, url))
}

function matches(entry: string, url: URL) {
  const [scheme, authority] = entry.includes('://') ? entry.split('://') : [null, entry]
  if (scheme && `${scheme}:` !== url.protocol) return false
  const subject = /:\d+$/.test(authority) || scheme ? url.host : url.hostname
  if (!authority.startsWith('*.')) return subject === authority
  return subject.endsWith(authority.slice(1)) && subject.length > authority.length - 1
}

/**
 * The same rule as the source of a regular expression over origins, for the loader; empty for an empty list.
 * Normalised entries contain no special character but the dot.
 */
export function originPattern(entries: readonly string[]): string {
  return entries.length === 0 ? '' : `^(${entries.map(patternOf).join('|')})$`
}

function patternOf(entry: string) {
  const [scheme, authority] = entry.includes('://') ? entry.split('://') : ['https?', entry]
  const isWholeHost = scheme !== 'https?' || /:\d+$/.test(authority)
  const host = authority.replaceAll('.', '[.]').replace('*', '.+')
  return `${scheme}://${host}${isWholeHost ? '' : '(:[0-9]+)?'}`
}

/** The same rule as the sources of a `frame-ancestors` directive (CSP Level 3, 6.4.2). */
export function frameAncestors(entries: readonly string[]): string {
  if (entries.length === 0) return '*'
  return entries.flatMap((entry) => (entry.includes('://') ? entry : sourcesOf(entry))).join(' ')
}

/** A domain without a port means every port, as it does in `isOriginAllowed`. */
function sourcesOf(domain: string) {
  const authority = /:\d+$/.test(domain) ? domain : `${domain}:*`
  return [`https://${authority}`, `http://${authority}`]
}
