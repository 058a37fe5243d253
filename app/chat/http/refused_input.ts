import { WEEKDAYS } from '#chat/models/widget_values'
import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import { firstReasons } from '#chat/http/first_reasons'
import type { WidgetFormValues } from '#chat/forms/widget_form_values'
import { asTextOrNumber, isTicked } from '#chat/forms/sent_values'

export interface RefusedInput {
  values: Partial<WidgetFormValues>
  /** The first message per field. */
  errors: Record<string, string>
}

type Input = Record<string, unknown>

const FLAGS = NAMED_WIDGET_FIELDS.filter(({ field }) => field.kind === 'flag')

const asGroup = (value: unknown): Input =>
  value && typeof value === 'object' ? (value as Input) : {}

/** A refused form: its input as it was sent, and the errors. */
export function refusedInput(
  input: Input,
  error: { messages: { field: string; message: string }[] }
): RefusedInput {
  const { business_hours: hours, translations, ...fields } = input
  const texts = Object.entries(fields).map(([name, value]) => [name, asTextOrNumber(value)])
  const ticks = FLAGS.map(({ column }) => [column, isTicked(input[column])])
  return {
    values: {
      ...Object.fromEntries(texts),
      ...Object.fromEntries(ticks),
      business_hours: hoursOf(asGroup(hours)),
      translations: translationsOf(asGroup(translations)),
    },
    errors: firstReasons(error.messages),
  }
}

const translationsOf = (languages: Input) =>
  Object.fromEntries(
    Object.entries(languages).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(asGroup(texts)).map(([name, value]) => [name, asTextOrNumber(value)])
      ),
    ])
  )

function hoursOf(hours: Input): WidgetFormValues['business_hours'] {
  const days = WEEKDAYS.map((day) => {
    const { enabled, start, end } = asGroup(hours[day])
    return {
      day,
      enabled: isTicked(enabled),
      start: asTextOrNumber(start),
      end: asTextOrNumber(end),
    }
  })
  return { enabled: isTicked(hours.enabled), timezone: asTextOrNumber(hours.timezone), days }
}
