import { DateTime } from 'luxon'

/** A calendar day in a time zone: `2026-03-29`. */
export type Day = string

export interface Span {
  from: DateTime
  until: DateTime
}

/** The calendar day of a timestamp in a time zone. */
export const dayOf = (moment: DateTime, zone: string): Day => moment.setZone(zone).toISODate()!

/** The start of a day and of the next one: 23, 24 or 25 hours apart. */
export function spanOf(day: Day, zone: string): Span {
  return spanOfDays(day, day, zone)
}

/** The span from the start of one day to the end of another. */
export function spanOfDays(first: Day, last: Day, zone: string): Span {
  const afterLast = DateTime.fromISO(last, { zone: 'utc' }).plus({ days: 1 }).toISODate()!
  return { from: beginningOf(first, zone), until: beginningOf(afterLast, zone) }
}

/** When clocks go back at midnight, midnight comes twice: the day begins at the first. */
function beginningOf(day: Day, zone: string): DateTime {
  const [first] = DateTime.fromISO(day, { zone }).startOf('day').getPossibleOffsets()
  return first
}

/** All days from one to another, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const end = DateTime.fromISO(last, { zone: 'utc' })
  const days: Day[] = []
  let day = DateTime.fromISO(first, { zone: 'utc' })
  for (; day <= end; day = day.plus({ days: 1 })) days.push(day.toISODate()!)
  return days
}

/** The start of each hour of a day: 23 or 25 of them on the days of a clock change. */
export function hoursOf(day: Day, zone: string): DateTime[] {
  const { from, until } = spanOf(day, zone)
  const hours: DateTime[] = []
  for (let hour = from; hour < until; hour = hour.plus({ hours: 1 })) hours.push(hour)
  return hours
}
