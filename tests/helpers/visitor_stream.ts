import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { chatTable } from '#chat/models/chat_model'
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

/**
 * A gateway that knows all changes so far, as that of a process that has served for a while, and whose next beat is
 * `heartbeatSeconds` away.
 */
export async function settledStreams(
  cleanup: (restore: () => void) => void,
  heartbeatSeconds = 60
) {
  const gateway = await tuneStreams(cleanup, { heartbeatSeconds: 0.05 })
  const row = await db.from(chatTable('messages')).max('id as id').first()
  while ((gateway.mark ?? -1) < Number(row?.id ?? 0)) await wait(20)
  return tuneStreams(cleanup, { heartbeatSeconds })
}
