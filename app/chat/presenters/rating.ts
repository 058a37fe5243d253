import type { ConversationFacts } from '#chat/models/facts'
import type Conversation from '#chat/models/conversation'

const MOST = 5

/** Ratings up to this one stand out in the list, so that an agent can follow up. */
const LOW = 2

/** The visitor's rating and feedback, for the panel beside the thread. */
export function presentRating({ rating, feedback }: Conversation) {
  if (rating === null) return null
  return { rating, of: MOST, stars: '★'.repeat(rating), rest: '★'.repeat(MOST - rating), feedback }
}

/** A bad rating, for the row; null for all others. */
export function lowRating({ rating }: Pick<ConversationFacts, 'rating'>) {
  return rating !== null && rating <= LOW ? rating : null
}
