import type Conversation from '#chat/models/conversation'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { waitLevel } from '#chat/support/waiting_words'

/** How long the visitor has been waiting for an answer; null when it is the visitor's turn. */
export function presentWaiting({ waitingSince }: Conversation, clock: ViewerClock) {
  if (!waitingSince) return null
  return {
    since: clock.iso(waitingSince),
    text: clock.since(waitingSince),
    level: waitLevel(clock.secondsSince(waitingSince)),
  }
}
