import { performance } from 'node:perf_hooks'
import type { KnownVisitor } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { postMessage } from '../support/writing.js'
import { say } from '../support/child.js'

/** One round: every visitor writes as fast as they are answered. */
export interface WritingRound {
  port: number
  key: string
  visitors: KnownVisitor[]
  seconds: number
}

export interface Written {
  perSecond: number
}

process.on('message', async ({ port, key, visitors, seconds }: WritingRound) => {
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  const counts = await Promise.all(
    visitors.map(async (visitor) => {
      const client = new RawClient(port)
      let accepted = 0
      while (performance.now() < endsAt) {
        await postMessage(client, key, visitor)
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
