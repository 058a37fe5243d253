import { type DateTime } from 'luxon'
import { WEEKDAYS, type BusinessHours, type OpeningHours } from '#chat/models/widget_values'

interface Opening {
  start: DateTime
  end: DateTime
}

/** Whether the team is available at `moment` (W7). A widget without hours is always open. */
export function isWithinBusinessHours(hours: BusinessHours | null, moment: DateTime): boolean {
  if (!hours) return true
  const local = moment.setZone(hours.timezone)
  return openingsAround(hours, local).some(({ start, end }) => start <= local && local < end)
}

/** The next opening, in UTC: null when the team is available, or when no day of the week has hours. */
export function nextOpening(hours: BusinessHours | null, moment: DateTime): DateTime | null {
  if (!hours || isWithinBusinessHours(hours, moment)) return null
  const local = moment.setZone(hours.timezone)
  const next = openingsAround(hours, local).find(({ start }) => start > local)
  return next ? next.start.toUTC() : null
}

/**
 * The next closing, in UTC: null when the team is unavailable, or never closes. Adjacent hours form one opening; a
 * week without a gap is evaluated again at its end.
 */
export function nextClosing(hours: BusinessHours | null, moment: DateTime): DateTime | null {
  if (!hours) return null
  const local = moment.setZone(hours.timezone)
  const openings = openingsAround(hours, local)
  let end = openings.find((opening) => opening.start <= local && local < opening.end)?.end
  if (!end) return null
  for (const opening of openings) {
    if (opening.start <= end && opening.end > end) end = opening.end
  }
  return end.toUTC()
}

/** Openings from yesterday, whose hours may reach past midnight, to a week ahead. */
function openingsAround(hours: BusinessHours, local: DateTime): Opening[] {
  return Array.from({ length: 9 }, (_, index) => local.startOf('day').plus({ days: index - 1 }))
    .map((day) => openingOn(day, hours[WEEKDAYS[day.weekday - 1]]))
    .filter((opening): opening is Opening => opening !== null)
}

/** Clock times are set on the day instead of added to midnight, so that a clock change moves nothing. */
function openingOn(day: DateTime, hours: OpeningHours | undefined): Opening | null {
  if (!hours?.enabled || !hours.start || !hours.end) return null
  const start = atClockTime(day, hours.start)
  const end = atClockTime(day, hours.end)
  return { start, end: end > start ? end : atClockTime(day.plus({ days: 1 }), hours.end) }
}

function atClockTime(day: DateTime, time: string) {
  const [hour, minute] = time.split(':').map(Number)
  return day.set({ hour, minute })
}
