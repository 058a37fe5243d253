import { inject } from '@adonisjs/core'
import type {
  AgentUpdated,
  ConversationDeleted,
  ConversationPending,
  ConversationRead,
  ConversationUpdated,
  MessageSent,
  QueueMoved,
  TypingChanged,
  ViewingChanged,
  VisitorUpdated,
} from '#chat/events/chat_events'
import { agentsChannel, availabilityKey, visitorChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { agentConversation, agentFrame, listedConversation } from '#chat/transformers/agent_view'
import { visitorConversation, visitorMessage } from '#chat/transformers/visitor_view'

/**
 * Tells the streams what was committed: agents everything, a visitor what has changed in their own view of
 * their own conversation, so that nothing can be timed that is none of theirs. A frame is a
 * convenience; whoever misses one finds what it said in the database.
 */
@inject()
export default class BroadcastToStreams {
  constructor(protected gateway: StreamGateway) {}

  messageSent({ conversation, message }: MessageSent) {
    this.gateway.publish(agentsChannel(conversation.tenantId), {
      event: 'chat.message.sent',
      ...agentFrame(conversation, message),
    })
    if (message.visibility !== 'public') return
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.message.sent',
      conversation_id: conversation.externalId,
      message: visitorMessage(message),
      unread: conversation.visitorUnreadCount,
    })
  }

  conversationUpdated({ conversation, visitorSees }: ConversationUpdated) {
    this.gateway.publish(agentsChannel(conversation.tenantId), {
      event: 'chat.conversation.updated',
      ...agentFrame(conversation, null),
    })
    if (!visitorSees) return
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.conversation.updated',
      conversation: visitorConversation(conversation),
    })
  }

  /** Agents see it in the row and the head; no visitor hears of it. */
  conversationPending({ conversation }: ConversationPending) {
    this.gateway.publish(agentsChannel(conversation.tenantId), {
      event: 'chat.conversation.updated',
      ...agentFrame(conversation, null),
    })
  }

  conversationDeleted({ conversation }: ConversationDeleted) {
    this.gateway.publish(agentsChannel(conversation.tenantId), {
      event: 'chat.conversation.deleted',
      conversation: { external_id: conversation.externalId },
    })
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.conversation.deleted',
      conversation_id: conversation.externalId,
    })
  }

  typingChanged({ conversation, by, agentId, name, typing }: TypingChanged) {
    this.gateway.publish(agentsChannel(conversation.tenantId), {
      event: 'chat.typing',
      conversation: { external_id: conversation.externalId },
      by,
      agent_id: agentId,
      name,
      typing,
    })
    if (by === 'visitor') return
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.typing',
      conversation_id: conversation.externalId,
      typing,
      sender_name: name,
    })
  }

  viewingChanged({ conversation, agent, viewing }: ViewingChanged) {
    this.gateway.publish(agentsChannel(conversation.tenantId), {
      event: 'chat.viewing',
      conversation: { external_id: conversation.externalId },
      agent_id: agent.id,
      name: agent.name,
      viewing,
    })
  }

  conversationRead({ conversation, by, seq, count }: ConversationRead) {
    this.gateway.publish(agentsChannel(conversation.tenantId), {
      event: 'chat.read',
      conversation_id: conversation.id,
      conversation: { ...agentConversation(conversation), ...listedConversation(conversation) },
      by,
      seq,
    })
    if (by === 'agent' && count === 0) return
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.read',
      conversation_id: conversation.externalId,
      by,
      seq,
      unread: conversation.visitorUnreadCount,
    })
  }

  visitorUpdated({ visitor }: VisitorUpdated) {
    this.gateway.publish(agentsChannel(visitor.tenantId), {
      event: 'chat.visitor.updated',
      visitor_external_id: visitor.externalId,
    })
  }

  agentUpdated({ agent }: AgentUpdated) {
    this.gateway.publish(agentsChannel(agent.tenantId), {
      event: 'chat.agent.updated',
      agent: { id: agent.id, status: agent.status, is_idle: agent.isIdle },
    })
    void this.gateway.refresh(availabilityKey(agent.tenantId))
  }

  /** Their place in the queue, to the visitor alone: agents see the queue itself. */
  queueMoved({ conversation, place }: QueueMoved) {
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.conversation.updated',
      conversation: visitorConversation(conversation, place),
    })
  }
}
