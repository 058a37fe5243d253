import { inject } from '@adonisjs/core'
import type { WidgetUpdated } from '#chat/events/chat_events'
import { agentsChannel, userChannel, visitorsChannel, widgetChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'

/** Ends streams the moment their reason is gone; a browser that is still entitled opens a new one. */
@inject()
export default class EndStreams {
  constructor(protected gateway: StreamGateway) {}

  /** A user logged out. */
  loggedOut({ user }: { user: unknown }) {
    const id = (user as { id?: unknown } | null)?.id
    if (id !== undefined) this.gateway.endChannel(userChannel(String(id)))
  }

  /** A widget was switched off, removed, re-keyed or allowed on other websites. */
  widgetUpdated({ widget }: WidgetUpdated) {
    this.gateway.endChannel(widgetChannel(widget.id))
  }

  /** An admin switched the module off. */
  moduleToggled(tenantId: string, enabled: boolean) {
    if (enabled) return
    this.gateway.endChannel(agentsChannel(tenantId))
    this.gateway.endChannel(visitorsChannel(tenantId))
  }
}
