import { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'

/** The time within which a visitor who is there reads a reply: then there is nothing to push. */
const READ_WITHIN = { seconds: 10 }

/** When a reply of this moment is pushed to its visitor, together with those that follow until then. */
export const pushTime = () => DateTime.utc().plus(READ_WITHIN)

/** Has a reply pushed to its visitor's browsers, unless one of them is to be pushed already. */
export function pushSoon(conversation: Conversation) {
  if (conversation.getsPushes) conversation.pushDueAt ??= pushTime()
}
