import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { addSystemLine } from '#chat/services/conversations/system_lines'

/** Whether the assignee has opened the conversation or replied since it was assigned to them. */
export const hasJoined = ({
  agentId,
  joinedAgentId,
}: Pick<Conversation, 'agentId' | 'joinedAgentId'>) => agentId !== null && agentId === joinedAgentId

/** Whether this agent's view or reply is the one that adds the "joined" line for the visitor. */
export const isAboutToJoin = (conversation: Conversation, agent: Agent) =>
  conversation.folder === 'open' && conversation.agentId === agent.id && !hasJoined(conversation)

/**
 * Adds the line that shows the visitor that the assignee has joined: once per assignment, and only for the assignee.
 * The conversation is locked, and the caller saves it.
 */
export async function addJoinedLine(
  conversation: Conversation,
  agent: Agent,
  trx: TransactionClientContract
): Promise<Message[]> {
  if (!isAboutToJoin(conversation, agent)) return []
  conversation.joinedAgentId = agent.id
  return [await addSystemLine(conversation, 'joined', { key: 'joined', agent: agent.name }, trx)]
}
