import { drawnText } from '../texts/drawn.js'

const LONG_AFTER_SECONDS = 120
const TOO_LONG_AFTER_SECONDS = 300

/** A waiting time in words, for server and browser alike: `<1 min`, `5 min`, `3 h`, `2 d`. */
export function waitInWords(seconds: number) {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return drawnText('drawn.wait.moment')
  if (minutes < 60) return drawnText('drawn.wait.minutes', { minutes })
  if (minutes < 48 * 60) {
    return drawnText('drawn.wait.hours', { hours: Math.floor(minutes / 60) })
  }
  return drawnText('drawn.wait.days', { days: Math.floor(minutes / 1440) })
}

/** The severity of a waiting time. */
export function waitLevel(seconds: number) {
  if (seconds >= TOO_LONG_AFTER_SECONDS) return 'late'
  return seconds >= LONG_AFTER_SECONDS ? 'long' : 'fresh'
}
