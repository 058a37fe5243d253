import type { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import PlannedReply from '#chat/models/planned_reply'
import type { AgentMessages } from '#chat/services/conversations/agent_messages'
import { ConversationEnded } from '#chat/exceptions/chat_errors'
import { lockRowWhere } from '#chat/support/row_lock'

/**
 * Marks a due reply as being sent, so that it is neither changed nor cancelled meanwhile; one that a process has left so is
 * claimed again. Null when it is not due, or gone.
 */
export function claimPlanned(
  db: QueryClientContract,
  id: number,
  now: DateTime
): Promise<PlannedReply | null> {
  return db.transaction(async (trx) => {
    const locked = await lockRowWhere(PlannedReply, { id }, trx)
    return locked && locked.dueAt <= now ? locked.merge({ problem: 'sending' }).save() : null
  })
}

/**
 * Sends a claimed reply as its author's. Returns false when its conversation has ended; true also when its author or
 * conversation is gone, and nothing is left to do.
 */
export async function sendPlanned(
  messages: AgentMessages,
  { agentId, conversationId, content, clientMessageId }: PlannedReply
): Promise<boolean> {
  const [agent, conversation] = await Promise.all([
    Agent.find(agentId),
    Conversation.find(conversationId),
  ])
  if (!agent || !conversation) return true
  const draft = { content, clientMessageId, internal: false }
  try {
    await messages.post(conversation, agent, draft)
    return true
  } catch (error) {
    if (error instanceof ConversationEnded) return false
    throw error
  }
}
