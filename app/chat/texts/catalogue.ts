import { english } from './en/index.js'
import type { Messages } from './message.js'

/** All texts of one language. */
export interface Catalogue {
  /** The language, as `Intl` names it. */
  locale: string
  messages: Messages
}

export const ENGLISH: Catalogue = { locale: 'en-GB', messages: english }

let inUse = ENGLISH

/** The texts that are read. In a browser they are those that the page brings along: the build puts them in this one's place. */
export const catalogue = () => inUse

/** From now on all texts are read from this catalogue, which has every key of the English one. */
export function useCatalogue(next: Catalogue) {
  inUse = next
}
