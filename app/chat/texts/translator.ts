import type { Catalogue } from './catalogue.js'
import { numbersOf, pluralsOf } from './formatters.js'
import type { KeyOf, Message, Messages, PluralForms, ValuesOf } from './message.js'

/** Answers the text of a key with its values filled in. */
export type Translate<M> = <Key extends KeyOf<M>>(key: Key, ...values: ValuesOf<M, Key>) => string

type Values = Record<string, string | number>

/**
 * A function that answers the texts `M` of the catalogue in use (W18). Numbers are written and counted as its language does.
 *
 * @throws Error for a key that does not exist; types find it first, but templates have none
 */
export function createTranslator<M>(catalogue: () => Catalogue) {
  const translate = (key: string, values: Values = {}) => {
    const { locale, messages } = catalogue()
    const message = known(messages, key)
    const text = typeof message === 'string' ? message : formOf(message, locale, values.count)
    return text.replace(/\{(\w+)\}/g, (name, value) =>
      value in values ? written(values[value], locale) : name
    )
  }
  return translate as Translate<M>
}

/** The texts that have been asked for, per catalogue: a page asks for hundreds, each time the same. */
const asked = new WeakMap<Messages, Map<string, Message>>()

function known(messages: Messages, key: string): Message {
  let texts = asked.get(messages)
  if (!texts) asked.set(messages, (texts = new Map()))
  let message = texts.get(key)
  if (message === undefined) texts.set(key, (message = find(messages, key)))
  return message
}

const written = (value: string | number, locale: string) =>
  typeof value === 'number' ? numbersOf(locale).format(value) : value

function formOf(forms: PluralForms, locale: string, count: string | number) {
  return forms[pluralsOf(locale).select(Number(count))] ?? forms.other
}

/** The names in a text, each once, in the order in which it has them. */
export function namesIn(messages: Messages, key: string): string[] {
  const message = find(messages, key)
  const found = (typeof message === 'string' ? message : message.other).matchAll(/\{(\w+)\}/g)
  return [...new Set([...found].map(([, name]) => name))]
}

function find(messages: Messages, key: string): Message {
  let found: Message | Messages | undefined = messages
  for (const part of key.split('.')) found = (found as Messages | undefined)?.[part]
  if (typeof found === 'string' || typeof found?.other === 'string') return found as Message
  throw new Error(`The catalogue has no text "${key}"`)
}
