import { catalogue, houseCatalogue } from '#chat/texts/catalogue'
import { english } from '#chat/texts/en/index'
import type { KeyOf } from '#chat/texts/message'
import { createTranslator, namesIn, type Translate } from '#chat/texts/translator'

export type TextKey = KeyOf<typeof english>

// Named, or the published types would spell the catalogue out for each
type TranslateEnglish = Translate<typeof english>

/** Answers a text of the module's catalogue; templates have it as `chatText`. */
export const text: TranslateEnglish = createTranslator<typeof english>(catalogue)

/** Answers a text in the language of the installation: what it says is stored, and read by all. */
export const houseText: TranslateEnglish = createTranslator<typeof english>(houseCatalogue)

/** Answers a text whose values come as a list, in the order in which the English text names them. */
export function textWith(key: TextKey, values: string[]): string {
  const named = namesIn(english, key).map((name, index) => [name, values[index]])
  return (text as (key: TextKey, values: Record<string, string>) => string)(
    key,
    Object.fromEntries(named)
  )
}
