import { DateTime } from 'luxon'

export const SQL_DATE_TIME = 'yyyy-MM-dd HH:mm:ss'

/** Formats a moment the way every date column of the CRM stores it: in UTC, to the second. */
export function toSqlUtc(value: DateTime | Date) {
  const moment = value instanceof Date ? DateTime.fromJSDate(value) : value
  return moment.toUTC().toFormat(SQL_DATE_TIME)
}

/** Column options that keep a date in UTC whatever the time zone of the process is. */
export const utc = {
  prepare: (value: DateTime | null) => (value ? toSqlUtc(value) : value),
  consume(value: string | Date | null) {
    if (!value) return value
    // A fifth of the time that Luxon takes for the same text
    const moment = value instanceof Date ? value : new Date(`${value}Z`)
    return DateTime.fromJSDate(moment, { zone: 'utc' })
  },
}

/** Column options for a yes or no, which both databases hand out as 0 and 1. */
export const boolean = { consume: Boolean }

/** Column options for a whole number that a driver may hand out as a string. */
export const wholeNumber = {
  consume: (value: number | string | null) => (value === null ? null : Number(value)),
}
