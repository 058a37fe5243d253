import { inject } from '@adonisjs/core'
import type {
  AgentUpdated,
  ConversationAssigned,
  ConversationWoken,
} from '#chat/events/chat_events'
import Agent from '#chat/models/agent'
import Visitor from '#chat/models/visitor'
import { agentChannel } from '#chat/realtime/channels'
import type { StreamFrame } from '#chat/realtime/live_stream'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatService } from '#chat/services/chat_service'
import { agentEvent, ownStatus } from '#chat/transformers/agent_view'
import type { AssignedFrameJson, WokenFrameJson } from '#chat/transformers/json/agent_json'

/** Notifies one agent on all their devices (Z3, N3). */
@inject()
export default class NotifyAgent {
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
    } satisfies StreamFrame & AssignedFrameJson)
  }

  async conversationWoken({ conversation, agent }: ConversationWoken) {
    const visitor = await Visitor.findOrFail(conversation.visitorId)
    this.gateway.publish(agentChannel(agent.tenantId, agent.userId), {
      event: 'chat.conversation.woken',
      ...agentEvent(conversation, null),
      visitor_name: visitor.displayName,
      last_message: conversation.lastMessage,
    } satisfies StreamFrame & WokenFrameJson)
  }

  statusUpdated({ agent }: AgentUpdated) {
    this.gateway.publish(agentChannel(agent.tenantId, agent.userId), {
      event: 'chat.status.updated',
      agent: ownStatus(agent, this.chat.agents.presence.statusOf(agent)),
    })
  }
}
