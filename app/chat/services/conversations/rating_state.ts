import type { ConversationFacts } from '#chat/models/facts'
import { isOpen } from '#chat/services/conversations/status_rules'

/**
 * Whether the rating belongs to the conversation's latest ending. A rating from before a reopening belongs to an
 * earlier one, and the visitor is asked again.
 */
export function isOfThisEnding(conversation: ConversationFacts) {
  const { status, rating, ratedAt, resolvedAt, closedAt } = conversation
  if (isOpen(status) || rating === null || ratedAt === null) return false
  const endedAt = resolvedAt ?? closedAt
  return !endedAt || ratedAt >= endedAt
}
