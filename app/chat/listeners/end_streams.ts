import { inject } from '@adonisjs/core'
import type { AgentUpdated, VisitorForgotten, WidgetUpdated } from '#chat/events/chat_events'
import {
  agentChannel,
  agentsChannel,
  userChannel,
  visitorChannel,
  visitorsChannel,
  widgetChannel,
} from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatService } from '#chat/services/chat_service'

/** What a session guard says when a user has logged out. */
export interface LoggedOut {
  guardName: string
  user: unknown
}

/** Ends streams as soon as their owner loses the right to them; a browser that is still permitted opens a new one. */
@inject()
export default class EndStreams {
  constructor(
    protected gateway: StreamGateway,
    protected chat: ChatService
  ) {}

  /**
   * A user logged out of the guard that the chat's pages use: their streams end, and their browsers get no more pushes.
   * Another guard's users are other people.
   */
  loggedOut({ guardName, user }: LoggedOut) {
    const { guards } = this.chat.host
    if (guards && !guards.includes(guardName)) return
    const id = (user as { id?: unknown } | null)?.id
    if (id === undefined) return
    this.gateway.endChannel(userChannel(String(id)))
    return this.chat.notifications.browsers.forgetUser(String(id))
  }

  /** A widget was switched off, removed, given a new key or other allowed websites. */
  widgetUpdated({ widget }: WidgetUpdated) {
    this.gateway.endChannel(widgetChannel(widget.id))
  }

  /** A visitor's browser has discarded its token. */
  visitorForgotten({ visitor }: VisitorForgotten) {
    this.gateway.endChannel(visitorChannel(visitor.id))
  }

  /** An agent's widgets or departments have changed, and with them the conversations that they may see. */
  agentUpdated({ agent, isRescoped }: AgentUpdated) {
    if (isRescoped) this.gateway.endChannel(agentChannel(agent.tenantId, agent.userId))
  }

  /** An admin switched the module off. */
  moduleToggled(tenantId: string, enabled: boolean) {
    if (enabled) return
    this.gateway.endChannel(agentsChannel(tenantId))
    this.gateway.endChannel(visitorsChannel(tenantId))
  }
}
