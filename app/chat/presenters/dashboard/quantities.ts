import type { DateTime } from 'luxon'
import type { Series } from '#chat/services/analytics/series'

/** Where nothing was measured. */
export const NOTHING = '–'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A duration in its two largest units: `42 s`, `3 min 20 s`, `1 h 5 min`, `2 d 3 h`. */
export function duration(seconds: number | null): string {
  if (seconds === null) return NOTHING
  const whole = Math.round(seconds)
  if (whole < MINUTE) return `${whole} s`
  if (whole < HOUR) return twoUnits(whole, [MINUTE, 'min'], [1, 's'])
  if (whole < DAY) return twoUnits(whole, [HOUR, 'h'], [MINUTE, 'min'])
  return twoUnits(whole, [DAY, 'd'], [HOUR, 'h'])
}

type Unit = [seconds: number, name: string]

function twoUnits(seconds: number, [large, largeName]: Unit, [small, smallName]: Unit) {
  const rest = Math.floor((seconds % large) / small)
  const first = `${Math.floor(seconds / large)} ${largeName}`
  return rest ? `${first} ${rest} ${smallName}` : first
}

/** Stars with one decimal: `4.3`. */
export const stars = (average: number | null) => (average === null ? NOTHING : average.toFixed(1))

export const number = (value: number) => value.toLocaleString('en')

export const counted = (value: number, one: string, many: string) =>
  `${number(value)} ${value === 1 ? one : many}`

/** The unit in which a chart shows durations of this size, and how many seconds it has. */
export function durationScale(longest: number): { name: string; seconds: number } {
  if (longest < 3 * MINUTE) return { name: 'seconds', seconds: 1 }
  if (longest < 3 * HOUR) return { name: 'minutes', seconds: MINUTE }
  return { name: 'hours', seconds: HOUR }
}

/** How a point of time is written under a chart, and in full beside its numbers. */
export function pointLabel(from: DateTime, unit: Series['unit'], isTwice: boolean) {
  const at = from.setLocale('en')
  if (unit === 'hour') {
    const zone = isTwice ? ` (UTC${at.toFormat('Z')})` : ''
    return { short: at.toFormat('HH:mm'), full: `${at.toFormat('HH:mm')}${zone}` }
  }
  const full = at.toFormat('ccc, d LLL yyyy')
  return { short: at.toFormat('d LLL'), full: unit === 'week' ? `Week of ${full}` : full }
}
