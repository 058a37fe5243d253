import type { DateTime } from 'luxon'
import type { Series } from '#chat/services/analytics/series'
import { text } from '#chat/texts/text'
import { DATE, DAY as SHORT_DATE, inWords, numberInWords, TIME } from '#chat/texts/formats'

/** Where nothing was measured. */
export const NOTHING = '–'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A duration in its two largest units: `42 s`, `3 min 20 s`, `1 h 5 min`, `2 d 3 h`. */
export function duration(seconds: number | null): string {
  if (seconds === null) return NOTHING
  const whole = Math.round(seconds)
  if (whole < MINUTE) return amount(whole, 'second')
  if (whole < HOUR) return twoUnits(whole, [MINUTE, 'minute'], [1, 'second'])
  if (whole < DAY) return twoUnits(whole, [HOUR, 'hour'], [MINUTE, 'minute'])
  return twoUnits(whole, [DAY, 'day'], [HOUR, 'hour'])
}

type UnitName = 'second' | 'minute' | 'hour' | 'day'
type Unit = [seconds: number, name: UnitName]

const amount = (value: number, unit: UnitName) => text(`dashboard.amounts.${unit}`, { value })

function twoUnits(seconds: number, [large, largeName]: Unit, [small, smallName]: Unit) {
  const rest = Math.floor((seconds % large) / small)
  const first = amount(Math.floor(seconds / large), largeName)
  if (!rest) return first
  return text('dashboard.amounts.two', { first, rest: amount(rest, smallName) })
}

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** Stars with one decimal: `4.3`. */
export const stars = (average: number | null) =>
  average === null ? NOTHING : numberInWords(average, ONE_DECIMAL)

export const number = (value: number) => numberInWords(value)

/** The unit in which a chart shows durations of this size, and how many seconds it has. */
export function durationScale(longest: number): { name: string; seconds: number } {
  if (longest < 3 * MINUTE) return { name: text('dashboard.units.seconds'), seconds: 1 }
  if (longest < 3 * HOUR) return { name: text('dashboard.units.minutes'), seconds: MINUTE }
  return { name: text('dashboard.units.hours'), seconds: HOUR }
}

/** How a point of time is written under a chart, and in full beside its numbers. */
export function pointLabel(from: DateTime, unit: Series['unit'], isTwice: boolean) {
  if (unit === 'hour') {
    const zone = isTwice ? ` (UTC${from.toFormat('Z')})` : ''
    const time = inWords(from, TIME)
    return { short: time, full: time + zone }
  }
  const full = inWords(from, { weekday: 'short', ...DATE })
  return {
    short: inWords(from, SHORT_DATE),
    full: unit === 'week' ? text('dashboard.units.week_of', { day: full }) : full,
  }
}
