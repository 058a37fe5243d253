import type Conversation from '#chat/models/conversation'
import { isOpen } from '#chat/services/conversation_status'

/**
 * Whether the rating is about the end that the conversation has now: one that was given before it was
 * taken up again is about an earlier one, and its visitor is asked anew.
 */
export function isOfThisEnding(conversation: Conversation) {
  const { status, rating, ratedAt, resolvedAt, closedAt } = conversation
  if (isOpen(status) || rating === null || ratedAt === null) return false
  const endedAt = resolvedAt ?? closedAt
  return !endedAt || ratedAt >= endedAt
}
