import { AsyncLocalStorage } from 'node:async_hooks'
import { catalogueOf, ENGLISH, type Catalogue } from './catalogues.js'
import { languageOf, type Language } from './languages.js'

export { ENGLISH, type Catalogue } from './catalogues.js'

/** Whose language is read: a request's while it is answered, and a visitor's while an email to them is written. */
const readers = new AsyncLocalStorage<() => Language>()

let inPlaceOfEnglish = ENGLISH
let house: Language = 'en'

const known = (language: Language) => (language === 'en' ? inPlaceOfEnglish : catalogueOf(language))

/**
 * The texts that are read: in the reader's language, and in the installation's where no one in particular reads. In a browser
 * they are those that the page brings along: the build puts them in this one's place.
 */
export const catalogue = () => known(readers.getStore()?.() ?? house)

/** The texts in the language of the installation: for what is stored, and read by all. */
export const houseCatalogue = () => known(house)

/** The language in which `catalogue()` is. */
export const languageInUse = (): Language => languageOf(catalogue().locale) ?? 'en'

/** The language of the installation. */
export const houseLanguage = () => house

/** From now on this is the language of the installation. */
export function useHouseLanguage(language: Language) {
  house = language
}

/** From now on this catalogue, which has every key of the English one, is read in its place. */
export function useCatalogue(next: Catalogue) {
  inPlaceOfEnglish = next
}

/** Whatever `act` reads, it reads in this language; in that of the installation for null. */
export const inLanguage = <Result>(language: Language | null, act: () => Result): Result =>
  readers.run(() => language ?? house, act)

/** The same, for a language that is not known before it is asked for. */
export const inLanguageOf = <Result>(reader: () => Language, act: () => Result): Result =>
  readers.run(reader, act)
