import type { Catalogue } from '#chat/texts/catalogue'
import { english } from '#chat/texts/en/index'
import type { Message, Messages, PluralForms } from '#chat/texts/message'

type Found = [key: string, message: Message]

const isMessage = (value: Message | Messages): value is Message =>
  typeof value === 'string' || typeof value.other === 'string'

/** Every text with its key, as `group.text`. */
export function textsOf(messages: Messages, prefix = ''): Found[] {
  return Object.entries(messages).flatMap(([key, value]): Found[] =>
    isMessage(value) ? [[prefix + key, value]] : textsOf(value, `${prefix}${key}.`)
  )
}

/** The names that the type of a text demands values for; those in double braces are Vine's. */
const namesOf = (form: string) =>
  new Set([...form.matchAll(/(?<!\{)\{([^{}]*)\}(?!\})/g)].map(([, name]) => name))

const formsOf = (message: Message): PluralForms =>
  typeof message === 'string' ? { other: message } : message

/**
 * What is wrong with the texts of a language, one line each: a text too many or too few, a name that its English text does
 * not have or whose value it leaves out, plural forms that the language does not have or lacks. Forms other than `other`
 * may leave names out ("one reply").
 */
export const textFaults = ({ locale, messages }: Catalogue, base: Messages = english): string[] =>
  faultsOfTexts(locale, textsOf(messages), textsOf(base))

/** The same for the texts that are found, and those that are wanted. */
export function faultsOfTexts(locale: string, texts: Found[], base: Found[]): string[] {
  const wanted = new Map(base)
  const found = new Map(texts)
  const plurals = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  const faults: string[] = []
  for (const key of wanted.keys()) if (!found.has(key)) faults.push(`${key} is missing`)
  for (const [key, message] of found) {
    const original = wanted.get(key)
    if (original === undefined) faults.push(`${key} is not in English`)
    else faults.push(...faultsOf(message, original, plurals).map((fault) => `${key} ${fault}`))
  }
  return faults
}

function faultsOf(message: Message, original: Message, plurals: string[]) {
  const forms = formsOf(message)
  const allowed = namesOf(formsOf(original).other)
  if (typeof original !== 'string') allowed.add('count')
  const left = [...allowed].filter((name) => name !== 'count' && !namesOf(forms.other).has(name))
  return [
    ...left.map((name) => `leaves out {${name}}`),
    ...Object.entries(forms).flatMap(([form, text]) => [
      ...[...namesOf(text)].filter((name) => !allowed.has(name)).map((name) => `has {${name}}`),
      ...(/[{}]/.test(text.replace(/\{\{ ?\w+ ?\}\}|\{\w+\}/g, '')) ? ['has a stray brace'] : []),
      ...(plurals.includes(form) ? [] : [`has the form ${form}`]),
    ]),
    ...(typeof message === 'string' || Object.keys(forms).length === 1
      ? []
      : plurals.filter((form) => !(form in forms)).map((form) => `lacks the form ${form}`)),
  ]
}
