import {
  WEEKDAYS,
  type BusinessHours,
  type OpeningHours,
  type Weekday,
} from '#chat/models/widget_values'

type Days = Partial<Record<Weekday, Partial<OpeningHours>>>

/** A week's hours as widgets store them: a day that is missing or not enabled is a day off. */
export function toBusinessHours(hours: { timezone: string } & Days): BusinessHours {
  const days = WEEKDAYS.map((day) => [day, toOpeningHours(hours[day])])
  return { timezone: hours.timezone, ...Object.fromEntries(days) }
}

function toOpeningHours(day?: Partial<OpeningHours>): OpeningHours {
  return day?.enabled ? { enabled: true, start: day.start, end: day.end } : { enabled: false }
}
