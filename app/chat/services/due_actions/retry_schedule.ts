import { DateTime } from 'luxon'

/** The longest delay that a receiver's `Retry-After` can impose. */
const LONGEST_WISH_SECONDS = 6 * 3600

/** The random extension of a delay, as a fraction of it, so that retries do not arrive simultaneously. */
const JITTER = 0.1

/**
 * When failed work is retried; null after the last attempt. There is one delay per attempt, in seconds; a longer
 * `Retry-After` of a receiver is honoured up to a limit.
 */
export function nextAttemptAt(
  attempts: number,
  waits: readonly number[],
  retryAfter: string | null,
  now: DateTime = DateTime.utc()
): DateTime | null {
  const wait = waits[attempts - 1]
  if (wait === undefined) return null
  const wish = Math.min(secondsOf(retryAfter, now), LONGEST_WISH_SECONDS)
  return now.plus({ seconds: Math.max(wait, wish) * (1 + Math.random() * JITTER) })
}

/** `Retry-After` is a number of seconds or a date; any other value is ignored. */
function secondsOf(retryAfter: string | null, now: DateTime) {
  if (!retryAfter) return 0
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter)
  const date = DateTime.fromHTTP(retryAfter)
  return date.isValid ? Math.max(0, date.diff(now, 'seconds').seconds) : 0
}
