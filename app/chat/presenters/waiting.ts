import type { ConversationFacts } from '#chat/models/facts'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { waitLevel } from '#chat/support/waiting_words'

/** How long the visitor has been waiting for an answer; null when it is the visitor's turn. */
export function presentWaiting(
  { waitingSince }: Pick<ConversationFacts, 'waitingSince'>,
  clock: ViewerClock
) {
  if (!waitingSince) return null
  return {
    since: clock.iso(waitingSince),
    text: clock.since(waitingSince),
    level: waitLevel(clock.secondsSince(waitingSince)),
  }
}
