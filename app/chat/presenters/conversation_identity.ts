import type Conversation from '#chat/models/conversation'
import { presentStatus } from '#chat/presenters/status'
import { drawnText } from '#chat/texts/drawn'

/** The attributes of a conversation that each part of its pane repeats. */
export function identityOf(conversation: Conversation) {
  return {
    id: conversation.externalId,
    number: conversation.displayNumber,
    isInApp: conversation.channel === 'app',
    name: conversation.visitor.displayName,
    subject: conversation.subject,
    ...presentStatus(conversation),
    priority: conversation.priority,
    priorityLabel: drawnText(`drawn.priority.${conversation.priority}`),
    agentId: conversation.agentId,
    agentName: conversation.agentName,
    /** For forms that reassign it: the assignee that the agent saw. */
    seenAgent: conversation.agent?.externalId ?? '',
  }
}
