import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'

/** What an agent's stream tells of a conversation: enough to know which row and thread to look at. */
export function agentConversation(conversation: Conversation) {
  return {
    external_id: conversation.externalId,
    number: conversation.displayNumber,
    status: conversation.status,
    folder: conversation.folder,
    agent_id: conversation.agentId,
    agent_name: conversation.agentName,
    last_seq: conversation.lastSeq,
    agent_unread_count: conversation.agentUnreadCount,
    visitor_read_seq: conversation.visitorReadSeq,
  }
}

/** The payload of `chat.message.sent` and `chat.conversation.updated` (Z3), as all subscribers get it. */
export function agentEvent(conversation: Conversation, message: Message | null) {
  return {
    conversation_id: conversation.id,
    message: message && {
      id: message.id,
      content: message.content,
      sender_type: message.senderType,
      sender_id: message.senderId,
      sender_name: message.senderName,
      type: message.type,
      visibility: message.visibility,
      seq: message.seq,
      created_at: message.createdAt.toISO(),
    },
    agent_name: conversation.agentName,
    visitor_id: conversation.visitorId,
    widget_id: conversation.widgetId,
    handler_type: conversation.handlerType,
    conversation: agentConversation(conversation),
    _tenant_id: conversation.tenantId,
    _timestamp: DateTime.utc().toISO(),
  }
}

/** What an agent is told of their own presence: what they have chosen, and what they are. */
export function ownStatus(agent: Agent, effectiveStatus: AgentStatus) {
  return {
    id: agent.id,
    status: agent.status,
    effective_status: effectiveStatus,
    is_idle: agent.isIdle,
    is_serving: agent.isServing,
  }
}
