import { randomUUID } from 'node:crypto'
import { createIgnitor } from '../../bin/boot.js'

/** A console process that begins conversations of a widget and ends: as a command or a script would. */
const [widgetId, conversations] = process.argv.slice(2).map(Number)

const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { ChatService } = await import('#chat/services/chat_service')
const { default: Widget } = await import('#chat/models/widget')
const chat = await app.container.make(ChatService)
const widget = await Widget.findOrFail(widgetId)
for (let n = 0; n < conversations; n += 1) {
  const client = { ipAddress: '192.0.2.1', userAgent: null, countryCode: null }
  const { visitor } = await chat.visitors.register(widget, client)
  await chat.messages.visitor.start(widget, visitor, {
    content: `Hello ${n}`,
    clientMessageId: randomUUID(),
  })
}
process.send!('written')
await app.terminate()
