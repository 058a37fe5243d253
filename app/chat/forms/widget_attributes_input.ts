import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import type { WidgetFieldKind } from '#chat/models/widget_fields/field'
import { toBusinessHours } from '#chat/services/widgets/opening_hours'
import { filledTranslations } from '#chat/services/widgets/widget_texts'
import type { WidgetAttributes } from '#chat/services/widgets/widget_attributes'

/** The meaning of a field that is missing in the form: an unticked box, an empty text. */
const LEFT_OUT: Partial<Record<WidgetFieldKind, unknown>> = {
  flag: false,
  address: null,
  optionalText: null,
  optionalNumber: null,
  email: null,
  websites: [],
  choices: [],
}

/** A widget's attributes from the form. */
export function toWidgetAttributes(input: Record<string, any>): WidgetAttributes {
  const attributes = NAMED_WIDGET_FIELDS.map(({ attribute, column, field: { kind } }) => {
    const value = input[column]
    if (kind === 'hours') return [attribute, hoursOf(value)]
    if (kind === 'translations') return [attribute, filledTranslations(value)]
    return [attribute, value ?? LEFT_OUT[kind]]
  })
  return Object.fromEntries(attributes) as WidgetAttributes
}

/** Null when the hours are switched off: such a widget is always open. */
const hoursOf = (hours?: any) => (hours?.enabled && hours.timezone ? toBusinessHours(hours) : null)
