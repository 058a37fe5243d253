import app from '@adonisjs/core/services/app'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { EventStream } from '#tests/helpers/event_stream'
import type { WidgetClient } from '#tests/helpers/widget_client'

/** Opens a visitor's event stream. */
export function openStream(browser: WidgetClient, query = '') {
  return EventStream.open(browser.url(`/events${query}`), browser.headers)
}

/** The gateway of this process, with other settings than usual until the test is over. */
export async function tuneStreams(
  cleanup: (restore: () => void) => void,
  settings: Partial<StreamGateway['config']>
) {
  const gateway = await app.container.make(StreamGateway)
  const usual = { ...gateway.config }
  const apply = (config: Partial<StreamGateway['config']>) => {
    Object.assign(gateway.config, config)
    gateway.stop()
    gateway.start()
  }
  apply(settings)
  cleanup(() => apply(usual))
  return gateway
}
