import app from '@adonisjs/core/services/app'
import type { ChatConfig } from '#chat/config/chat_config'
import { ownServer } from '#tests/helpers/widget_client'

/** Gives the widget a host name of its own until the test is over; it leads to this server, as the CRM's does. */
export function ownWidgetHost(cleanup: (restore: () => void) => void, name = 'chat.localhost') {
  const config = app.config.get<ChatConfig>('chat')
  const before = config.widgetUrl
  const widgetUrl = ownServer().replace('localhost', name)
  config.widgetUrl = widgetUrl
  cleanup(() => (config.widgetUrl = before))
  return { widgetUrl, host: new URL(widgetUrl).host }
}
