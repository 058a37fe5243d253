import type { Message, Messages, PluralForms } from './message.js'

/** The texts of an area in another language, or some of them: what is left out is read in English. */
export type Translation<English> = {
  [Key in keyof English]?: English[Key] extends string
    ? string
    : English[Key] extends PluralForms
      ? PluralForms
      : Translation<English[Key]>
}

const isMessage = (value: Message | Messages): value is Message =>
  typeof value === 'string' || typeof value.other === 'string'

/** A language's texts, with the English one wherever it has none. */
export function withFallback(translated: Messages, english: Messages): Messages {
  return Object.fromEntries(
    Object.entries(english).map(([key, original]): [string, Message | Messages] => {
      const found = translated[key]
      if (found === undefined) return [key, original]
      return [key, isMessage(original) ? found : withFallback(found as Messages, original)]
    })
  )
}
