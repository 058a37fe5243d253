import { performance } from 'node:perf_hooks'
import type { KnownVisitor } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { postReply, type DeskSession } from '../support/replying.js'
import { CONTENT, postMessage } from '../support/writing.js'
import { say } from '../support/child.js'

/** One round: every visitor writes as fast as they are answered, or an agent writes so to each of them. */
export interface WritingRound {
  port: number
  key: string
  visitors: KnownVisitor[]
  seconds: number
  /** The session of the agent who writes instead of the visitors. */
  desk?: DeskSession
}

export interface Written {
  perSecond: number
}

process.on('message', async ({ port, key, visitors, seconds, desk }: WritingRound) => {
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  const counts = await Promise.all(
    visitors.map(async (visitor) => {
      const client = new RawClient(port)
      let accepted = 0
      while (performance.now() < endsAt) {
        if (desk) await postReply(client, desk, visitor.conversation, CONTENT)
        else await postMessage(client, key, visitor)
        accepted += 1
      }
      client.close()
      return accepted
    })
  )
  const accepted = counts.reduce((sum, count) => sum + count, 0)
  say({ perSecond: accepted / ((performance.now() - startedAt) / 1000) } as Written)
})
say('ready')
