import { WEEKDAYS } from '#chat/models/widget'
import { firstReasons } from '#chat/http/first_reasons'
import type { WidgetFormValues } from '#chat/forms/widget_form_values'

export interface RefusedInput {
  values: Partial<WidgetFormValues>
  /** The first message per field. */
  errors: Record<string, string>
}

type Input = Record<string, unknown>

const YES_NO = new Set([
  'is_active',
  'collect_name',
  'collect_email',
  'contact_required',
  'show_branding',
  'sound_enabled',
  'ask_rating',
  'mail_replies',
  'track_visitors',
])

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const asGroup = (value: unknown): Input =>
  value && typeof value === 'object' ? (value as Input) : {}
const isTicked = (value: unknown) => ['1', 'on', 'true', true, 1].includes(value as string)

/** A refused form: its input as it was sent, and the errors. */
export function refusedInput(
  input: Input,
  error: { messages: { field: string; message: string }[] }
): RefusedInput {
  const { business_hours: hours, translations, ...fields } = input
  const texts = Object.entries(fields).map(([name, value]) => [name, asText(value)])
  const ticks = [...YES_NO].map((name) => [name, isTicked(input[name])])
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
        Object.entries(asGroup(texts)).map(([name, value]) => [name, asText(value)])
      ),
    ])
  )

function hoursOf(hours: Input): WidgetFormValues['business_hours'] {
  const days = WEEKDAYS.map((day) => {
    const { enabled, start, end } = asGroup(hours[day])
    return { day, enabled: isTicked(enabled), start: asText(start), end: asText(end) }
  })
  return { enabled: isTicked(hours.enabled), timezone: asText(hours.timezone), days }
}
