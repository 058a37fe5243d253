import { DateTime } from 'luxon'
import { daysFrom, type Day } from '#chat/services/analytics/local_days'

export const PERIODS = ['today', '7d', '30d', '90d', 'custom'] as const
/** The periods that figures are given for; `custom` has a first and a last day. */
export type PeriodName = (typeof PERIODS)[number]

const LENGTHS: Record<Exclude<PeriodName, 'custom'>, number> = {
  'today': 1,
  '7d': 7,
  '30d': 30,
  '90d': 90,
}

/** The longest period that figures are given for, in days. */
export const MAX_DAYS = 366

/** Local days, both included. Named periods (such as "last 7 days") end today. */
export interface Period {
  name: PeriodName
  from: Day
  to: Day
}

/** A period as it was requested, unchecked. */
export interface PeriodRequest {
  period?: unknown
  from?: unknown
  to?: unknown
}

/**
 * Reads a request as a period in the days of `zone`. An invalid request means the last seven days; reversed dates are
 * swapped, and a period longer than a year is cut at its beginning.
 */
export function toPeriod(
  request: PeriodRequest,
  zone: string,
  now: DateTime = DateTime.utc()
): Period {
  const name = PERIODS.find((known) => known === request.period) ?? '7d'
  if (name === 'custom') return customPeriod(request) ?? namedPeriod('7d', zone, now)
  return namedPeriod(name, zone, now)
}

export const daysOf = ({ from, to }: Period): Day[] => daysFrom(from, to)

function namedPeriod(name: keyof typeof LENGTHS, zone: string, now: DateTime): Period {
  const today = now.setZone(zone)
  return {
    name,
    from: today.minus({ days: LENGTHS[name] - 1 }).toISODate()!,
    to: today.toISODate()!,
  }
}

function customPeriod({ from, to }: PeriodRequest): Period | null {
  const [first, last] = [toDay(from), toDay(to)].sort()
  if (!first || !last) return null
  const earliest = DateTime.fromISO(last, { zone: 'utc' })
    .minus({ days: MAX_DAYS - 1 })
    .toISODate()!
  return { name: 'custom', from: first < earliest ? earliest : first, to: last }
}

/** Days before 1970 or after 2199 are typing errors; some time zones have no midnight that far out. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(value)) return false
  return DateTime.fromISO(value, { zone: 'utc' }).isValid
}

const toDay = (value: unknown): Day | null => (isDay(value) ? value : null)
