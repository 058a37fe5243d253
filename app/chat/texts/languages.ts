/** The languages that visitors read; English is the one that every other falls back to. */
export const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'tr',
  'ar',
  'ja',
  'zh',
] as const

export type Language = (typeof LANGUAGES)[number]

/** The languages of the agents' pages. */
export const AGENT_LANGUAGES = ['en', 'de', 'fr', 'es'] as const satisfies readonly Language[]

const RIGHT_TO_LEFT: readonly string[] = ['ar']

/**
 * The language of a tag as pages, browsers and databases write it (`de-AT`, `de_AT.UTF-8`); null for one that the chat does
 * not have, and for everything that is no tag.
 */
export function languageOf<Known extends Language = Language>(
  tag: unknown,
  known: readonly Known[] = LANGUAGES as readonly Language[] as readonly Known[]
): Known | null {
  if (typeof tag !== 'string') return null
  const [primary] = tag
    .trim()
    .toLowerCase()
    .split(/[-_.@]/, 1)
  return known.find((language) => language === primary) ?? null
}

/** In which direction a language is written, as the attribute `dir` names it. */
export const directionOf = (locale: string) =>
  RIGHT_TO_LEFT.includes(languageOf(locale) ?? '') ? 'rtl' : 'ltr'

/** A language by its own name: `Deutsch`. */
export function nameOfLanguage(language: Language) {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language)!
  return name[0].toLocaleUpperCase(language) + name.slice(1)
}
