import type Conversation from '#chat/models/conversation'
import { AssigneeChanged } from '#chat/exceptions/chat_errors'

/** The agent who had a conversation when somebody decided about it, null for nobody; undefined: not told. */
export type SeenAssignee = number | null | undefined

/**
 * Makes sure that a locked conversation is not taken from somebody who has just got it: of two agents who
 * give it away at the same time the second one is told.
 *
 * @throws AssigneeChanged
 */
export function demandAssignee({ agentId, agentName }: Conversation, seen: SeenAssignee) {
  if (seen === undefined || seen === agentId) return
  throw new AssigneeChanged([agentName ?? 'Nobody'])
}
