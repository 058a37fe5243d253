import { DateTime } from 'luxon'
import type { ColumnOptions } from '@adonisjs/lucid/types/model'

/** A moment as both databases store it: UTC, to the millisecond. */
export function toSqlUtc(moment: DateTime) {
  return new Date(moment.toMillis()).toISOString().slice(0, -1).replace('T', ' ')
}

/** A moment as a driver hands it out, text or a `Date`, in milliseconds since 1970. */
export function millisOfSqlUtc(value: string | Date): number {
  return (value instanceof Date ? value : new Date(`${value}Z`)).getTime()
}

/** Reads a moment back, whether the driver hands out text or a `Date`. */
export function fromSqlUtc(value: unknown): DateTime | null {
  if (value === null || value === undefined) return null
  if (DateTime.isDateTime(value)) return value
  return DateTime.fromMillis(millisOfSqlUtc(value as string | Date), { zone: 'utc' })
}

/** Column options for a moment in UTC with milliseconds, on SQLite and MySQL alike. */
export const utcMoment: Partial<ColumnOptions> = {
  prepare: (value: DateTime | null | undefined) => (value ? toSqlUtc(value) : value),
  consume: fromSqlUtc,
}

/** Column options for a JSON document kept as text. */
export const jsonDocument: Partial<ColumnOptions> = {
  prepare: (value: unknown) =>
    value === null || value === undefined ? null : JSON.stringify(value),
  consume: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : (value ?? null)),
}

/** Column options for a yes or no, which SQLite and MySQL hand out as 0 and 1. */
export const yesNo: Partial<ColumnOptions> = {
  consume: (value: unknown) => Boolean(value),
}
