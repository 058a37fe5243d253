import { NAMED_WIDGET_FIELDS, TRANSLATED_FIELDS } from '#chat/models/named_widget_fields'
import { WEEKDAYS } from '#chat/models/widget_values'
import { LANGUAGES, nameOfLanguage } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** Messages of the widget's form that differ from those of the other forms. */
export const widgetMessages = () => ({
  'regex': text('validation.time'),
  'primary_color.regex': text('validation.colour'),
  'text_color.regex': text('validation.colour'),
  'allowed_origins.array.maxLength': text('validation.too_many_websites'),
})

const dayNames = () =>
  WEEKDAYS.flatMap((day) => [
    [`business_hours.${day}`, text(`fields.days.${day}`)],
    [`business_hours.${day}.enabled`, text(`fields.days.${day}`)],
    [
      `business_hours.${day}.start`,
      text('validation.fields.day_start', { day: text(`fields.days.${day}`) }),
    ],
    [
      `business_hours.${day}.end`,
      text('validation.fields.day_end', { day: text(`fields.days.${day}`) }),
    ],
  ])

const translationNames = () =>
  LANGUAGES.flatMap((language) =>
    TRANSLATED_FIELDS.map(({ attribute, column }) => [
      `translations.${language}.${column}`,
      `${nameOfLanguage(language)}, ${text(`validation.widget.${attribute}`)}`,
    ])
  )

/** Fields as the form calls them. */
export const widgetFieldNames = (): Record<string, string> => ({
  ...Object.fromEntries(
    NAMED_WIDGET_FIELDS.map(({ attribute, column }) => [
      column,
      text(`validation.widget.${attribute}`),
    ])
  ),
  ...Object.fromEntries(translationNames()),
  'business_hours.enabled': text('validation.fields.hours'),
  'business_hours.timezone': text('validation.fields.timezone'),
  ...Object.fromEntries(dayNames()),
})
