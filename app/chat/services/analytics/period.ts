import { DateTime } from 'luxon'
import { daysFrom, type Day } from '#chat/services/analytics/local_days'

export const PERIODS = ['today', '7d', '30d', '90d', 'custom'] as const
export type PeriodName = (typeof PERIODS)[number]

const LENGTHS: Record<Exclude<PeriodName, 'custom'>, number> = {
  'today': 1,
  '7d': 7,
  '30d': 30,
  '90d': 90,
}

/** The most days that figures are given for at once. */
export const MAX_DAYS = 366

/** Local days, both included. The ones that have a name end today. */
export interface Period {
  name: PeriodName
  from: Day
  to: Day
}

/** A period as somebody asks for it. */
export interface PeriodRequest {
  period?: unknown
  from?: unknown
  to?: unknown
}

/**
 * The period that is meant, in the days of `zone`. Whatever cannot be one means the last seven days;
 * dates the wrong way round are turned, and what is longer than a year is cut at its beginning.
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

/** Days before 1970 or after 2199 are typing errors, and some time zones know no midnight there. */
function toDay(value: unknown): Day | null {
  if (typeof value !== 'string' || !/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(value)) return null
  return DateTime.fromISO(value, { zone: 'utc' }).isValid ? value : null
}
