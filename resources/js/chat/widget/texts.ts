import { catalogue } from '../../../../app/chat/texts/catalogue.js'
import type { widget } from '../../../../app/chat/texts/en/widget.js'
import type { PluralForms } from '../../../../app/chat/texts/message.js'
import type { Translate } from '../../../../app/chat/texts/translator.js'

type Values = Record<string, string | number>

/**
 * Answers the texts of the widget, in the language of its page: what `createTranslator` does, in fewer bytes, for keys
 * without groups that the compiler has checked.
 */
export const text = ((key: keyof typeof widget, values: Values) => {
  const { locale, messages } = catalogue()
  const found = (messages.widget as Record<string, string | PluralForms>)[key]
  const form =
    typeof found === 'string'
      ? found
      : (found[new Intl.PluralRules(locale).select(values.count as number)] ?? found.other)
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(locale))
}) as Translate<typeof widget>
