import type Widget from '#chat/models/widget'
import type { WidgetTranslations } from '#chat/models/widget_values'
import { TRANSLATED_FIELDS } from '#chat/models/named_widget_fields'
import { inLanguage, languageInUse } from '#chat/texts/catalogue'
import { LANGUAGES } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

type TranslatedField = (typeof TRANSLATED_FIELDS)[number]

/** Whether a text is as a new widget has it, in whichever language its admin read. */
const isUnchanged = (own: unknown, makeDefault: () => string) =>
  LANGUAGES.some((language) => inLanguage(language, makeDefault) === own)

/**
 * A text of a widget in the reader's language: its admin's translation, else the chat's own where the text is as it was in
 * the beginning, else the text as it is. What a widget does not say in its own language, it says in none.
 */
function textOf(widget: Widget, { attribute, column, field }: TranslatedField): string | null {
  const own = widget[attribute] as string | null
  if (own === null) return null
  const translation = widget.translations?.[languageInUse()]?.[column]
  if (translation) return translation
  const { default: makeDefault } = field as { default?: unknown }
  if (typeof makeDefault !== 'function') return own
  return isUnchanged(own, makeDefault as () => string) ? makeDefault() : own
}

/** All texts of a widget that visitors read, by attribute, in the reader's language. */
export const widgetTexts = (widget: Widget) =>
  Object.fromEntries(TRANSLATED_FIELDS.map((named) => [named.attribute, textOf(widget, named)]))

/** What a widget asks a visitor who does not answer, in the reader's language. */
export const followUpText = (widget: Widget): string =>
  widget.translations?.[languageInUse()]?.follow_up_text ??
  widget.followUpText ??
  text('fields.defaults.follow_up')

/** Translations without what was left empty; null when nothing is left. */
export function filledTranslations(given: unknown): WidgetTranslations | null {
  const all = Object.entries((given ?? {}) as Record<string, Record<string, string | null>>)
  const filled = all.flatMap(([language, texts]) => {
    const said = Object.entries(texts ?? {}).filter(([, value]) => value)
    return said.length ? [[language, Object.fromEntries(said)]] : []
  })
  return filled.length ? Object.fromEntries(filled) : null
}
