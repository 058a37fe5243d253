import { createIgnitor } from '../../bin/boot.js'
import Message from '#chat/models/message'
import { searchIndexOf } from '#chat/services/inbox/search/index/search_indexes'
import type { ChatConfig } from '#chat/config/chat_config'
import { MemoryWatch } from '../support/memory_watch.js'
import { profileFor } from '../support/profiler.js'
import { collectGarbage } from '../support/collect_garbage.js'
import { say } from '../support/child.js'
import type { DueWork } from '../support/due_work.js'

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
      Object.assign(chat, { openConversationsPerAddress: 0 })
      Object.assign(chat.streams, { perVisitor: 10_000, perIp: 10_000, perAgent: 10_000 })
    })
  })
  .httpServer()
  .start()

/** What may be asked of it: where its time goes, how much, the memory from one question to the next, or later work. */
type Question =
  | { profileSeconds: number }
  | { memory: 'watch' | 'peak' }
  | { cpu: true }
  | { looks: number }
  | { searchIndex: 'fill' }
  | { held: true }
  | { due: DueWork }

/** Bytes. */
export interface Memory {
  peak: number
}

/** Microseconds of the process' time. */
export interface ServerTime {
  cpu: number
}

/** What is left after a collection of garbage: bytes of the heap, and handles that are open. */
export interface Held {
  heap: number
  handles: number
}

const memory = new MemoryWatch()

function time() {
  const { user, system } = process.cpuUsage()
  return user + system
}

process.on('message', async (question: Question) => {
  if ('profileSeconds' in question) return say(await profileFor(question.profileSeconds))
  if ('searchIndex' in question) {
    await searchIndexOf(Message.query().client)?.round()
    return say('filled')
  }
  if ('due' in question) {
    const { makeDue } = await import('../support/due_work.js')
    return say(await makeDue(question.due))
  }
  if ('held' in question) {
    collectGarbage()
    const handles = process.getActiveResourcesInfo().filter((name) => name !== 'Timeout').length
    return say({ heap: process.memoryUsage().heapUsed, handles } satisfies Held)
  }
  if ('cpu' in question) return say({ cpu: time() } satisfies ServerTime)
  if ('looks' in question) {
    // Not before there is an application
    const { settingsVersion } = await import('#chat/services/settings/settings_version')
    const before = time()
    for (let n = 0; n < question.looks; n += 1) await settingsVersion.look()
    return say({ cpu: (time() - before) / question.looks } satisfies ServerTime)
  }
  say({ peak: question.memory === 'watch' ? memory.start() : memory.stop() } satisfies Memory)
})
say('ready')
