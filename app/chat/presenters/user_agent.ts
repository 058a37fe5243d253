import { text } from '#chat/texts/text'

/** Order matters: most browsers also call themselves Chrome and Safari. */
const BROWSERS: [name: string, pattern: RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /(?:OPR|Opera)\/(\d+)/],
  ['Samsung Internet', /SamsungBrowser\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/],
]

const SYSTEMS: [name: string, pattern: RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
]

const LONGEST_UNKNOWN = 40

/** A user agent in words: `Chrome 141 on Windows`; an unknown one as it was sent, shortened. */
export function shortUserAgent(userAgent: string | null): string | null {
  if (!userAgent) return null
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0]
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1]
    if (version)
      return system
        ? text('inbox.visitor.details.browser_on', { browser: `${name} ${version}`, system })
        : `${name} ${version}`
  }
  return userAgent.slice(0, LONGEST_UNKNOWN)
}
