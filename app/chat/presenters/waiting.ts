import type Conversation from '#chat/models/conversation'
import type { ViewerClock } from '#chat/presenters/viewer_clock'

const LONG_AFTER_SECONDS = 120
const TOO_LONG_AFTER_SECONDS = 300

/** How long the visitor has been waiting for an answer; null when it is the visitor's turn. */
export function presentWaiting({ waitingSince }: Conversation, clock: ViewerClock) {
  if (!waitingSince) return null
  const seconds = clock.secondsSince(waitingSince)
  return {
    since: clock.iso(waitingSince),
    text: clock.since(waitingSince),
    level:
      seconds >= TOO_LONG_AFTER_SECONDS ? 'late' : seconds >= LONG_AFTER_SECONDS ? 'long' : 'fresh',
  }
}
