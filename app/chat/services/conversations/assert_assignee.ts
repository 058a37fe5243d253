import type Conversation from '#chat/models/conversation'
import { AssigneeChanged } from '#chat/exceptions/chat_errors'

/** The assignee that a user saw when they decided: null for unassigned, undefined when the request does not say. */
export type SeenAssignee = number | null | undefined

/**
 * Refuses a change of assignee that was decided on outdated information: of two agents who reassign a conversation at
 * the same time, the second gets an error.
 *
 * @throws AssigneeChanged
 */
export function assertAssignee({ agentId, agentName }: Conversation, seen: SeenAssignee) {
  if (seen === undefined || seen === agentId) return
  throw new AssigneeChanged(agentName)
}
