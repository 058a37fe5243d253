import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { announce } from '#chat/services/announcements'

/** Whether the assigned agent has looked at the conversation or answered since it came to them. */
export const hasJoined = ({ agentId, joinedAgentId }: Conversation) =>
  agentId !== null && agentId === joinedAgentId

/** Whether a look or a reply of this agent is the one that tells the visitor about them. */
export const isAboutToJoin = (conversation: Conversation, agent: Agent) =>
  conversation.folder === 'open' && conversation.agentId === agent.id && !hasJoined(conversation)

/**
 * The line by which the visitor learns that the assigned agent is here. One per assignment: none for an
 * agent who has joined already, nor for one who looks at another agent's conversation. The conversation is
 * locked, and the caller saves it.
 */
export async function announceJoining(
  conversation: Conversation,
  agent: Agent,
  trx: TransactionClientContract
): Promise<Message[]> {
  if (!isAboutToJoin(conversation, agent)) return []
  conversation.joinedAgentId = agent.id
  return [await announce(conversation, 'joined', `${agent.name} joined`, trx)]
}
