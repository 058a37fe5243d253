import type Widget from '#chat/models/widget'
import { WEEKDAYS, type BusinessHours, type Weekday } from '#chat/models/widget_values'
import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import type { WidgetFieldKind } from '#chat/models/widget_fields/field'
import { widgetDefaults, type WidgetAttributes } from '#chat/services/widgets/widget_attributes'

/** The values of the form's fields, by column. */
export type WidgetFormValues = Record<string, unknown> & {
  business_hours: ReturnType<typeof hoursOf>
}

const WORKING_DAYS: ReadonlySet<Weekday> = new Set(WEEKDAYS.slice(0, 5))

/** Converts a value for its field; kinds that are not listed are used unchanged. */
const FORMATTERS: Partial<Record<WidgetFieldKind, (value: any) => unknown>> = {
  pixels: String,
  megabytes: String,
  address: (value) => value ?? '',
  optionalText: (value) => value ?? '',
  optionalNumber: (value) => value ?? '',
  email: (value) => value ?? '',
  websites: (value: string[]) => value.join('\n'),
  hours: hoursOf,
}

/** The form's values for a widget, or for a new one. */
export function widgetFormValues(widget: Widget | null) {
  const it: WidgetAttributes = widget ?? { name: '', ...widgetDefaults() }
  const values = NAMED_WIDGET_FIELDS.map(({ attribute, column, field: { kind } }) => {
    const value = it[attribute]
    return [column, FORMATTERS[kind]?.(value) ?? value]
  })
  return Object.fromEntries(values) as WidgetFormValues
}

/** Days without hours are prefilled with working hours, unticked. */
function hoursOf(hours: BusinessHours | null) {
  const days = WEEKDAYS.map((day) => ({
    day,
    enabled: hours ? hours[day]?.enabled : WORKING_DAYS.has(day),
    start: hours?.[day]?.start ?? '09:00',
    end: hours?.[day]?.end ?? '17:00',
  }))
  return { enabled: hours !== null, timezone: hours?.timezone ?? 'UTC', days }
}
