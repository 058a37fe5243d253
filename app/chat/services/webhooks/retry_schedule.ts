import { DateTime } from 'luxon'

/** The most that a receiver's `Retry-After` can put off the next attempt. */
const LONGEST_WISH_SECONDS = 6 * 3600

/** By how much of it a wait may be longer, at random: endpoints are not hit by all at once. */
const JITTER = 0.1

/**
 * When a delivery that has failed is tried again; null when that was the last attempt. The waits are those
 * of the configuration, one per attempt; an endpoint that asks for more time gets it within reason.
 */
export function nextAttemptAt(
  attempts: number,
  waits: readonly number[],
  retryAfter: string | null,
  now = DateTime.utc()
): DateTime | null {
  const wait = waits[attempts - 1]
  if (wait === undefined) return null
  const wish = Math.min(secondsOf(retryAfter, now), LONGEST_WISH_SECONDS)
  return now.plus({ seconds: Math.max(wait, wish) * (1 + Math.random() * JITTER) })
}

/** `Retry-After` is a number of seconds or a date; anything else asks for nothing. */
function secondsOf(retryAfter: string | null, now: DateTime) {
  if (!retryAfter) return 0
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter)
  const date = DateTime.fromHTTP(retryAfter)
  return date.isValid ? Math.max(0, date.diff(now, 'seconds').seconds) : 0
}
