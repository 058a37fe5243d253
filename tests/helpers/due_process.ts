import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import type { HostPush } from '#chat/contracts/push_driver'
import { createIgnitor } from '../../bin/boot.js'

/**
 * A process that works on what is due, as `chat:work` does, from when its parent sends it how many hours its clock is
 * ahead. The host's pushes go to `HOST_PUSHES`.
 */
const app = createIgnitor().createApp('console')
await app.init()
app.booted(() => {
  const config = app.config.get<ChatConfig>('chat')
  config.pushDriver = async () => ({ send })
  config.autoCloseResolvedAfterHours = 1
})
await app.boot()
await app.start(() => {})

const { ChatService } = await import('#chat/services/chat_service')
const { ActionQueue } = await import('#chat/services/due_actions/action_queue')
const { DueDeliveries } = await import('#chat/services/webhooks/due_deliveries')
const { DueWorker } = await import('#chat/workers/due_worker')

const logger = await app.container.make('logger')
const {
  config,
  host,
  webhooks,
  dueActions: later,
  dueKinds: kinds,
} = await app.container.make(ChatService)

process.on('message', ({ hours }: { hours: number }) => {
  const clock = () => DateTime.utc().plus({ hours })
  const actions = new ActionQueue({ later, kinds, host, logger }, clock)
  new DueWorker([actions, new DueDeliveries(config.webhooks, webhooks, host)], logger).start()
})
process.channel!.ref()
process.send!({ isAdonisJS: true })

async function send(push: HostPush) {
  const { ok } = await fetch(process.env.HOST_PUSHES!, {
    method: 'POST',
    body: JSON.stringify(push),
  })
  if (!ok) throw new Error('The push was not taken')
}
