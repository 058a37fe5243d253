/** The longest stored URL, in characters; the rest is cut off. */
export const MAX_URL_LENGTH = 2048
export const MAX_TITLE_LENGTH = 512
export const MAX_REFERRER_LENGTH = 1024

/** Words that mark a parameter as secret wherever they occur in its name: `session_id`, `X-Amz-Credential`. */
const SECRET_WORDS = new Set(
  (
    'pwd passphrase jwt sig session sessions sid auth authorization bearer otp credential credentials reset hmac ' +
    'saml samlrequest samlresponse assertion oauth tokens secrets'
  ).split(' ')
)

/** Endings of such words: `access_token`, `userpassword`, `PHPSESSID`. */
const SECRET_ENDS = /(token|password|passwd|secret|signature|sessionid|sessid|apikey)$/

/** Names that are secret as a whole; `country_code` and `sort_key` are not. */
const SECRET_NAMES = new Set(
  (
    'code key pass pw pin ticket nonce accesskey privatekey secretkey authkey signkey authcode otpcode ' +
    'authorizationcode verificationcode confirmationcode confirmcode resetcode logincode accesscode invitecode'
  ).split(' ')
)

/** Three parts in base64: a JSON Web Token, under any parameter name. */
const JWT = /^eyJ[\w-]{5,}\.[\w-]*\.[\w-]*/

/** User name and password in front of a host. */
const USERINFO = /^(\s*(?:https?:[\\/]*|(?:[a-z][a-z\d+.-]*:)?[\\/]{2,}))[^\\/?#]*@/i

/** How deep nested addresses are cleaned: `?next=/log-in?next=…`. */
const MAX_DEPTH = 3

/**
 * A page's address without credentials: removes user names and passwords, and parameters that carry tokens, keys and
 * codes, in the query, the path, the fragment and nested addresses. A fragment that is no client-side route (`#/`,
 * `#!`) is dropped. Everything else stays as it was sent; applying it twice changes nothing more.
 */
export function withoutSecrets(address: string): string {
  return strip(address.replace(/[\t\r\n]/g, ''), 0)
}

/** A page's address and title in their stored form. */
export interface StoredPage {
  url: string
  title: string | null
}

export const storedPage = ({ url, title }: { url: string; title?: string | null }): StoredPage => ({
  url: withoutSecrets(url).slice(0, MAX_URL_LENGTH),
  title: title?.slice(0, MAX_TITLE_LENGTH) ?? null,
})

/** The referring page in its stored form. */
export const storedReferrer = (referrer: string | null | undefined) =>
  (referrer && withoutSecrets(referrer).slice(0, MAX_REFERRER_LENGTH)) || null

function strip(address: string, depth: number): string {
  const [beforeFragment, fragment] = cut(address.replace(USERINFO, '$1'), '#')
  const [path, query] = cut(beforeFragment, '?')
  // A value such as `#fff` is no address
  const isValue = depth > 0 && fragment !== null && !fragment.includes('=')
  const rest = isValue ? `#${fragment}` : stripFragment(fragment, depth)
  return stripPath(path) + stripQuery(query, depth) + rest
}

/** Matrix parameters (`;jsessionid=…`) and tokens as path segments. */
function stripPath(path: string) {
  return path
    .split('/')
    .map((segment) => {
      const [name, ...parameters] = segment.split(';')
      const kept = parameters.filter((pair) => !isSecretPair(pair, MAX_DEPTH))
      return JWT.test(decoded(name)) ? '' : [name, ...kept].join(';')
    })
    .join('/')
}

function stripQuery(query: string | null, depth: number) {
  if (query === null) return ''
  const kept = stripPairs(query, depth)
  return kept || !query ? `?${kept}` : ''
}

/** Client-side routes may have a query of their own. */
function stripFragment(fragment: string | null, depth: number) {
  if (!fragment || !/^[/!]/.test(fragment)) return ''
  const [route, query] = cut(fragment, '?')
  const pairs = route.replace(/^[/!]+/, '')
  if (stripPairs(pairs, depth) !== pairs) return ''
  return `#${stripPath(route)}${stripQuery(query, depth)}`
}

function stripPairs(query: string, depth: number) {
  return query
    .split('&')
    .map((pairs) => pairs.split(';').filter((pair) => !isSecretPair(pair, depth)))
    .filter(({ length }) => length)
    .map((pairs) => pairs.join(';'))
    .join('&')
}

function isSecretPair(pair: string, depth: number) {
  const [name, value] = cut(pair, '=')
  if (isSecretName(decoded(name))) return true
  const text = decoded(value ?? name)
  if (JWT.test(text)) return true
  return depth < MAX_DEPTH && /[?#&;=@]/.test(text) && strip(text, depth + 1) !== text
}

function isSecretName(name: string) {
  const words = wordsOf(name)
  const all = [...words, words.join(''), ...wordsOf(name.replace(/([a-z\d])([A-Z])/g, '$1 $2'))]
  const isSecret = (word: string) => SECRET_WORDS.has(word) || SECRET_ENDS.test(word)
  return all.some(isSecret) || SECRET_NAMES.has(words.join(''))
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\d]+/gu) ?? []

/** Decodes twice: proxies and scripts encode repeatedly. */
const decoded = (text: string) => decodedOnce(decodedOnce(text.replaceAll('+', ' ')))

/** What is no UTF-8, such as a lone `%` or the old `%FC`, stays as it is and keeps nothing beside it from being read. */
const decodedOnce = (text: string) =>
  text.replace(/%[0-7][\da-f]|(?:%[89a-f][\da-f])+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })

/** The text before and after the first occurrence of a mark; null when there is none. */
function cut(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}
