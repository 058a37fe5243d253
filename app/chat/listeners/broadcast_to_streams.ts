import { inject } from '@adonisjs/core'
import type {
  AgentUpdated,
  ConversationDeleted,
  ConversationPending,
  ConversationRead,
  ConversationUpdated,
  MessageSent,
  PlannedChanged,
  QueueMoved,
  TypingChanged,
  ViewingChanged,
  VisitorUpdated,
} from '#chat/events/chat_events'
import { agentsChannel, availabilityKey, visitorChannel } from '#chat/realtime/channels'
import type { StreamFrame } from '#chat/realtime/live_stream'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import Visitor from '#chat/models/visitor'
import { sightedOf, type Sighted } from '#chat/services/visibility/sight'
import { sightedOfVisitor } from '#chat/services/visibility/visitors_in_sight'
import { newestMessage } from '#chat/services/conversations/message_log'
import { agentConversation, agentFrame, listedConversation } from '#chat/transformers/agent_view'
import { visitorConversation, visitorMessage } from '#chat/transformers/visitor_view'
import { inLanguage } from '#chat/texts/catalogue'

/** The conversation of a frame, by both of its ids. */
const named = ({ id, externalId }: { id: number; externalId: string }) => ({ id, uuid: externalId })

/**
 * Sends committed changes to the streams: agents get the conversations that they may see, a visitor only changes of
 * their own view, so that not even timing reveals internal activity. A lost frame loses nothing: the client reads the
 * database's state.
 */
@inject()
export default class BroadcastToStreams {
  constructor(protected gateway: StreamGateway) {}

  async messageSent({ conversation, message }: MessageSent) {
    this.#sendToAgents(conversation, {
      event: 'chat.message.sent',
      ...agentFrame(conversation, message),
    })
    if (message.visibility !== 'public') return
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.message.sent',
      conversation_id: conversation.externalId,
      message: await this.#forVisitor(conversation, message),
      unread: conversation.visitorUnreadCount,
    })
  }

  conversationUpdated({ conversation, message, visitorSees, before }: ConversationUpdated) {
    this.#sendToAgents(
      conversation,
      {
        event: 'chat.conversation.updated',
        ...agentFrame(conversation, message),
      },
      before
    )
    if (!visitorSees) return
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.conversation.updated',
      conversation: visitorConversation(conversation),
    })
  }

  /** Shown to agents in the row and the thread's head; visitors get no frame. */
  async conversationPending({ conversation }: ConversationPending) {
    const message = await newestMessage(conversation)
    this.#sendToAgents(conversation, {
      event: 'chat.conversation.updated',
      ...agentFrame(conversation, message),
    })
  }

  /** Agents read what is planned; visitors never learn of it. */
  plannedChanged({ conversation }: PlannedChanged) {
    this.#sendToAgents(conversation, { event: 'chat.planned', conversation: named(conversation) })
  }

  conversationDeleted({ conversation }: ConversationDeleted) {
    this.#sendToAgents(conversation, {
      event: 'chat.conversation.deleted',
      conversation: named(conversation),
    })
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.conversation.deleted',
      conversation_id: conversation.externalId,
    })
  }

  typingChanged({ conversation, by, agentId, name, typing }: TypingChanged) {
    this.#sendToAgents(conversation, {
      event: 'chat.typing',
      conversation: named(conversation),
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
    this.#sendToAgents(conversation, {
      event: 'chat.viewing',
      conversation: named(conversation),
      agent_id: agent.id,
      name: agent.name,
      viewing,
    })
  }

  conversationRead({ conversation, by, seq, count }: ConversationRead) {
    this.#sendToAgents(conversation, {
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

  /** To the agents who may see the visitor: by any of their conversations, or by the widget until there is one. */
  async visitorUpdated({ visitor }: VisitorUpdated) {
    const now = await sightedOfVisitor(visitor)
    this.gateway.publishSighted(
      agentsChannel(visitor.tenantId),
      { event: 'chat.visitor.updated', visitor: named(visitor) },
      { now }
    )
  }

  agentUpdated({ agent }: AgentUpdated) {
    this.gateway.publish(agentsChannel(agent.tenantId), {
      event: 'chat.agent.updated',
      agent: { ...named(agent), status: agent.status, is_idle: agent.isIdle },
    })
    void this.gateway.refresh(availabilityKey(agent.tenantId))
  }

  /** The visitor's position in the queue, to the visitor only: agents see the queue itself. */
  queueMoved({ conversation, position }: QueueMoved) {
    this.gateway.publish(visitorChannel(conversation.visitorId), {
      event: 'chat.conversation.updated',
      conversation: visitorConversation(conversation, position),
    })
  }

  /** A line of the system is in the visitor's language; what people write is as they wrote it. */
  async #forVisitor({ visitorId }: ConversationFacts, message: MessageFacts) {
    if (message.type !== 'event') return visitorMessage(message)
    const visitor = await Visitor.query().select('locale').where('id', visitorId).first()
    return inLanguage(visitor?.locale ?? null, () => visitorMessage(message))
  }

  /** To the agents who may see the conversation; those who just lost sight of it get a "left" frame. */
  #sendToAgents(conversation: ConversationFacts, frame: StreamFrame, before?: Sighted) {
    const about = { now: [sightedOf(conversation)], before }
    this.gateway.publishSighted(agentsChannel(conversation.tenantId), frame, about)
  }
}
