import { inject } from '@adonisjs/core'
import type {
  AgentUpdated,
  ConversationAssigned,
  ConversationWoken,
} from '#chat/events/chat_events'
import Agent from '#chat/models/agent'
import Visitor from '#chat/models/visitor'
import { agentChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatService } from '#chat/services/chat_service'
import { agentEvent, ownStatus } from '#chat/transformers/agent_view'

/** Tells an agent's own streams, on all their devices, what concerns nobody else (Z3, N3). */
@inject()
export default class TellOneAgent {
  constructor(
    protected chat: ChatService,
    protected gateway: StreamGateway
  ) {}

  async conversationAssigned({ conversation, message, note, by }: ConversationAssigned) {
    const [agent, visitor] = await Promise.all([
      Agent.findOrFail(conversation.agentId),
      Visitor.findOrFail(conversation.visitorId),
    ])
    this.gateway.publish(agentChannel(agent.tenantId, agent.userId), {
      event: 'chat.conversation.assigned',
      ...agentEvent(conversation, message),
      visitor_name: visitor.displayName,
      last_message: conversation.lastMessage,
      note: note?.content ?? null,
      by_agent_id: by?.id ?? null,
      by_agent_name: by?.name ?? null,
    })
  }

  async conversationWoken({ conversation, agent }: ConversationWoken) {
    const visitor = await Visitor.findOrFail(conversation.visitorId)
    this.gateway.publish(agentChannel(agent.tenantId, agent.userId), {
      event: 'chat.conversation.woken',
      ...agentEvent(conversation, null),
      visitor_name: visitor.displayName,
      last_message: conversation.lastMessage,
    })
  }

  statusUpdated({ agent }: AgentUpdated) {
    this.gateway.publish(agentChannel(agent.tenantId, agent.userId), {
      event: 'chat.status.updated',
      agent: ownStatus(agent, this.chat.presence.statusOf(agent)),
    })
  }
}
