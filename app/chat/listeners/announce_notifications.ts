import { inject } from '@adonisjs/core'
import type { NotificationsChanged } from '#chat/events/chat_events'
import { agentChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'

/** Has all tabs of an agent look at their notifications again. */
@inject()
export default class AnnounceNotifications {
  constructor(protected gateway: StreamGateway) {}

  notificationsChanged({ agent }: NotificationsChanged) {
    this.gateway.publish(agentChannel(agent.tenantId, agent.userId), {
      event: 'chat.notifications.changed',
    })
  }
}
