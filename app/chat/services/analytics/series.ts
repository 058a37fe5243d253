import { DateTime } from 'luxon'
import type { CountedDay } from '#chat/services/analytics/counted_days'
import { hoursOf } from '#chat/services/analytics/local_days'
import { sumOf } from '#chat/services/analytics/metrics'
import { daysOf, type Period } from '#chat/services/analytics/period'
import {
  count,
  emptyTally,
  type ConversationFacts,
  type Tally,
} from '#chat/services/analytics/tally'

/** A period longer than this many days is shown by week. */
const MAX_DAYS_ONE_BY_ONE = 92

/** Conversations over time; `from` is the local beginning of the hour, day or week. */
export interface Point {
  from: DateTime
  started: number
  resolved: number
  responseAverage: number | null
}

/** A period's figures over time, one point per unit, oldest first. */
export interface Series {
  unit: 'hour' | 'day' | 'week'
  points: Point[]
}

/** Whether a period is shown by hour: a single day would be a single point. */
export const isHourly = ({ from, to }: Period) => from === to

/** A point for each local day or week of the period, including those without a conversation. */
export function seriesOfDays(counted: CountedDay[], period: Period, zone: string): Series {
  const days = daysOf(period)
  const unit = days.length > MAX_DAYS_ONE_BY_ONE ? 'week' : 'day'
  const countedOn = Map.groupBy(counted, ({ day }) => day)
  const points = new Map<number, { from: DateTime; tallies: Tally[] }>()
  for (const day of days) {
    const from = DateTime.fromISO(day, { zone }).startOf(unit)
    const point = points.get(from.toMillis()) ?? { from, tallies: [] }
    point.tallies.push(...(countedOn.get(day) ?? []))
    points.set(from.toMillis(), point)
  }
  return { unit, points: [...points.values()].map(({ from, tallies }) => pointOf(from, tallies)) }
}

/** A point for each hour of one local day: 23 or 25 where the clock changes. */
export function seriesOfHours(facts: ConversationFacts[], period: Period, zone: string): Series {
  const hours = hoursOf(period.from, zone).map((from) => ({ from, tally: emptyTally() }))
  for (const each of facts) {
    const hour = hours.findLast(({ from }) => from.toMillis() <= each.startedAt)
    if (hour) count(hour.tally, each)
  }
  return { unit: 'hour', points: hours.map(({ from, tally }) => pointOf(from, [tally])) }
}

function pointOf(from: DateTime, tallies: Tally[]): Point {
  const answered = sumOf(tallies.map(({ responseSeconds }) => responseSeconds.length))
  const seconds = sumOf(tallies.map(({ responseSeconds }) => sumOf(responseSeconds)))
  return {
    from,
    started: sumOf(tallies.map(({ started }) => started)),
    resolved: sumOf(tallies.map(({ resolutionSeconds }) => resolutionSeconds.length)),
    responseAverage: answered ? seconds / answered : null,
  }
}
