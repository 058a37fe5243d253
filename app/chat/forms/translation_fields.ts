import type Widget from '#chat/models/widget'
import { TRANSLATED_FIELDS } from '#chat/models/named_widget_fields'
import { widgetTexts } from '#chat/services/widgets/widget_texts'
import { inLanguage } from '#chat/texts/catalogue'
import { directionOf, LANGUAGES, nameOfLanguage } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** Fields that take more than one line. */
const LONG = 200

const labels = (): Record<string, string> => ({
  welcome_title: text('fields.welcome_title'),
  welcome_message: text('fields.welcome_message'),
  input_placeholder: text('fields.input_placeholder'),
  offline_message: text('fields.offline_message.label'),
  follow_up_text: text('fields.follow_up_text.label'),
  consent_text: text('fields.consent_text.label'),
})

/** The form's fields for a widget's texts in each language, with what visitors read while a field is empty. */
export function translationFields(widget: Widget | null, values: unknown) {
  const given = (values ?? {}) as Record<string, Record<string, string> | undefined>
  const names = labels()
  return LANGUAGES.map((language) => {
    const shown = widget ? inLanguage(language, () => withoutTranslations(widget)) : {}
    return {
      language,
      name: nameOfLanguage(language),
      direction: directionOf(language),
      isUsed: Object.values(given[language] ?? {}).some(Boolean),
      fields: TRANSLATED_FIELDS.map(({ attribute, column, max }) => ({
        name: `translations[${language}][${column}]`,
        path: `translations.${language}.${column}`,
        label: names[column],
        max,
        isLong: max > LONG,
        value: given[language]?.[column] ?? '',
        placeholder: shown[attribute] ?? '',
      })),
    }
  })
}

const withoutTranslations = (widget: Widget) =>
  widgetTexts(Object.assign(Object.create(widget) as Widget, { translations: null }))
