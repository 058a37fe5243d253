import { DateTime } from 'luxon'
import { SnoozeTime } from '#chat/exceptions/chat_errors'

const LONGEST = { years: 1 }

/**
 * A time that an agent has chosen for later, in UTC and whole seconds.
 *
 * @throws SnoozeTime when it is past, or more than a year away
 */
export function laterTime(chosen: DateTime): DateTime {
  const now = DateTime.utc()
  if (!chosen.isValid || chosen <= now || chosen > now.plus(LONGEST)) throw new SnoozeTime()
  return chosen.toUTC().startOf('second')
}
