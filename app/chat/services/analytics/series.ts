import { DateTime } from 'luxon'
import type DailyFigures from '#chat/models/daily_figures'
import { hoursOf } from '#chat/services/analytics/local_days'
import { averageOf } from '#chat/services/analytics/metrics'
import { daysOf, type Period } from '#chat/services/analytics/period'
import {
  count,
  emptyTally,
  merge,
  type ConversationFacts,
  type Tally,
} from '#chat/services/analytics/tally'

/** More days than this are shown week by week. */
const MAX_DAYS_ONE_BY_ONE = 92

/** Conversations over time; `from` is the local beginning of the hour, day or week. */
export interface Point {
  from: DateTime
  started: number
  resolved: number
  responseAverage: number | null
}

export interface Series {
  unit: 'hour' | 'day' | 'week'
  points: Point[]
}

/** Whether a period is told hour by hour: days alone have nothing to say about one day. */
export const isHourly = ({ from, to }: Period) => from === to

/** A point for each local day or week of the period, those without a conversation included. */
export function seriesOfDays(rows: DailyFigures[], period: Period, zone: string): Series {
  const days = daysOf(period)
  const unit = days.length > MAX_DAYS_ONE_BY_ONE ? 'week' : 'day'
  const local = (day: string) => DateTime.fromISO(day, { zone }).startOf(unit)
  const tallies = new Map(days.map((day) => [local(day).toISODate()!, emptyTally()]))
  for (const row of rows) merge(tallies.get(local(row.day).toISODate()!)!, row)
  const points = [...tallies].map(([day, tally]) => pointOf(local(day), tally))
  return { unit, points }
}

/** A point for each hour of one local day: 23 or 25 where the clock changes. */
export function seriesOfHours(facts: ConversationFacts[], period: Period, zone: string): Series {
  const hours = hoursOf(period.from, zone).map((from) => ({ from, tally: emptyTally() }))
  for (const each of facts) {
    const hour = hours.findLast(({ from }) => from.toMillis() <= each.startedAt)
    if (hour) count(hour.tally, each)
  }
  return { unit: 'hour', points: hours.map(({ from, tally }) => pointOf(from, tally)) }
}

const pointOf = (from: DateTime, tally: Tally): Point => ({
  from,
  started: tally.started,
  resolved: tally.resolutionSeconds.length,
  responseAverage: averageOf(tally.responseSeconds),
})
