import { createIgnitor } from '../../bin/boot.js'
import type { ChatConfig } from '#chat/define_config'
import { profileFor } from '../support/profiler.js'
import { say } from '../support/child.js'

/**
 * The product as one production process. Limits still count every request, but none of them is
 * reached: all the load comes from one address.
 */
const UNREACHED = { requests: 1_000_000_000, everySeconds: 60 }

await createIgnitor()
  .tap((app) => {
    app.booted(() => {
      const chat = app.config.get<ChatConfig>('chat')
      const names = Object.keys(chat.limits) as (keyof ChatConfig['limits'])[]
      for (const name of names) chat.limits[name] = UNREACHED
      Object.assign(chat.streams, { perVisitor: 10_000, perIp: 10_000, perAgent: 10_000 })
    })
  })
  .httpServer()
  .start()

process.on('message', async ({ profileSeconds }: { profileSeconds: number }) => {
  say(await profileFor(profileSeconds))
})
say('ready')
