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

/**
 * A frame of the agents' streams: what subscribers get, and what a browser needs to draw the row and the
 * message without asking.
 */
export function agentFrame(conversation: Conversation, message: Message | null) {
  const event = agentEvent(conversation, message)
  return {
    ...event,
    message: event.message && { ...event.message, client_message_id: clientIdOf(message!) },
    conversation: { ...event.conversation, ...listedConversation(conversation) },
  }
}

/** What a row of the inbox shows of a conversation beside who it is with. */
export function listedConversation(conversation: Conversation) {
  return {
    priority: conversation.priority,
    rating: conversation.rating,
    last_message: conversation.lastMessage,
    last_message_at: conversation.lastMessageAt.toUTC().toISO(),
    last_message_sender_type: conversation.lastMessageSenderType,
    last_message_sender_id: conversation.lastMessageSenderId,
    waiting_since: conversation.waitingSince?.toUTC().toISO() ?? null,
    agent_read_seq: conversation.agentReadSeq,
    pending_action: conversation.pendingAction ?? null,
    message_count: conversation.messageCount,
  }
}

/** An agent's browser recognises its own message by it; a visitor's is the visitor's affair. */
const clientIdOf = ({ senderType, clientMessageId }: Message) =>
  senderType === 'agent' ? clientMessageId : null

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
