import { createIgnitor } from '../../bin/boot.js'
import type { ChatConfig } from '#chat/define_config'
import { MemoryWatch } from '../support/memory_watch.js'
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

/** What may be asked of it: where its time goes, how much, or the memory from one question to the next. */
type Question = { profileSeconds: number } | { memory: 'watch' | 'peak' } | { cpu: true }

/** Bytes. */
export interface Memory {
  peak: number
}

const memory = new MemoryWatch()

process.on('message', async (question: Question) => {
  if ('profileSeconds' in question) return say(await profileFor(question.profileSeconds))
  if ('cpu' in question) {
    const { user, system } = process.cpuUsage()
    return say({ cpu: user + system })
  }
  say({ peak: question.memory === 'watch' ? memory.start() : memory.stop() } satisfies Memory)
})
say('ready')
