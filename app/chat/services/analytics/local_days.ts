import { DateTime } from 'luxon'

/** A day of somebody's calendar: `2026-03-29`. */
export type Day = string

export interface Span {
  from: DateTime
  until: DateTime
}

/** The day that a moment falls on where the clock shows `zone`. */
export const dayOf = (moment: DateTime, zone: string): Day => moment.setZone(zone).toISODate()!

/** When a day begins and when the next one does: 23, 24 or 25 hours apart. */
export function spanOf(day: Day, zone: string): Span {
  return spanOfDays(day, day, zone)
}

/** From the first moment of a day to the last of another one. */
export function spanOfDays(first: Day, last: Day, zone: string): Span {
  const afterLast = DateTime.fromISO(last, { zone: 'utc' }).plus({ days: 1 }).toISODate()!
  return { from: beginningOf(first, zone), until: beginningOf(afterLast, zone) }
}

/** Where clocks go back at midnight there are two of them: the day begins at the first. */
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

/** The beginnings of a day's hours; on the days of a clock change there are 23 or 25 of them. */
export function hoursOf(day: Day, zone: string): DateTime[] {
  const { from, until } = spanOf(day, zone)
  const hours: DateTime[] = []
  for (let hour = from; hour < until; hour = hour.plus({ hours: 1 })) hours.push(hour)
  return hours
}
