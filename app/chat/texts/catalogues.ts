import { chinese } from './zh.js'
import { japanese } from './ja.js'
import { arabic } from './ar.js'
import { turkish } from './tr.js'
import { polish } from './pl.js'
import { dutch } from './nl.js'
import { portuguese } from './pt.js'
import { italian } from './it.js'
import { spanish } from './es/index.js'
import { french } from './fr/index.js'
import { german } from './de/index.js'
import { english } from './en/index.js'
import type { Language } from './languages.js'
import type { Message, Messages } from './message.js'
import { withFallback, type Translation } from './translation.js'

/** All texts of one language. */
export interface Catalogue {
  /** The language, as `Intl` names it. */
  locale: string
  messages: Messages
}

export const ENGLISH: Catalogue = { locale: 'en-GB', messages: english }

/** What each language but English says; the agents' pages are in those of `AGENT_LANGUAGES`. */
const TRANSLATIONS: Record<Exclude<Language, 'en'>, Translation<typeof english>> = {
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
  pl: polish,
  tr: turkish,
  ar: arabic,
  ja: japanese,
  zh: chinese,
}

/** The texts of each language as they were translated, without those that English stands in for. */
export const translated = (language: Exclude<Language, 'en'>) =>
  TRANSLATIONS[language] as Record<string, Message | Messages>

const complete = new Map<Language, Catalogue>([['en', ENGLISH]])

/** All texts of a language; those that it lacks are English. */
export function catalogueOf(language: Language): Catalogue {
  let found = complete.get(language)
  if (!found) {
    const messages = withFallback(translated(language as Exclude<Language, 'en'>), english)
    complete.set(language, (found = { locale: language, messages }))
  }
  return found
}
