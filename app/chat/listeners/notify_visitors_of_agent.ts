import { inject } from '@adonisjs/core'
import type { PresenceChanged } from '#chat/events/chat_events'
import Conversation from '#chat/models/conversation'
import { visitorChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { hasJoined } from '#chat/services/conversations/joining'
import { visitorConversation } from '#chat/transformers/visitor_view'

/** Far more than an agent answers at a time. */
const AT_MOST = 200

/** Notifies an agent's visitors when the agent comes online or leaves. */
@inject()
export default class NotifyVisitorsOfAgent {
  constructor(protected gateway: StreamGateway) {}

  async presenceChanged({ agent, isThere }: PresenceChanged) {
    const answered = await Conversation.query()
      .where({ tenant_id: agent.tenantId, folder: 'open', agent_id: agent.id })
      .limit(AT_MOST)
    for (const conversation of answered.filter(hasJoined)) {
      this.gateway.publish(visitorChannel(conversation.visitorId), {
        event: 'chat.conversation.updated',
        conversation: visitorConversation(conversation, undefined, isThere),
      })
    }
  }
}
