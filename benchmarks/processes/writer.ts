import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { KnownVisitor } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { postReply, type DeskSession } from '../support/replying.js'
import { CONTENT, postMessage } from '../support/writing.js'
import { spread, type Spread } from '../support/statistics.js'
import { say } from '../support/child.js'

/** One round: every visitor writes as fast as they are answered, or an agent writes so to each of them. */
export interface WritingRound {
  port: number
  key: string
  visitors: KnownVisitor[]
  seconds: number
  /** Milliseconds that each of them lets pass after an answer. */
  pauseMs?: number
  /** The session of the agent who writes instead of the visitors. */
  desk?: DeskSession
}

export interface Written {
  accepted: number
  perSecond: number
  /** Milliseconds from a message to its answer. */
  took: Spread
}

process.on('message', async (round: WritingRound) => {
  const { port, key, visitors, seconds, pauseMs, desk } = round
  const latencies: number[] = []
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  await Promise.all(
    visitors.map(async (visitor) => {
      const client = new RawClient(port)
      while (performance.now() < endsAt) {
        const sentAt = performance.now()
        if (desk) await postReply(client, desk, visitor.conversation, CONTENT)
        else await postMessage(client, key, visitor)
        latencies.push(performance.now() - sentAt)
        if (pauseMs) await wait(pauseMs)
      }
      client.close()
    })
  )
  const accepted = latencies.length
  const perSecond = accepted / ((performance.now() - startedAt) / 1000)
  say({ accepted, perSecond, took: spread(latencies) } satisfies Written)
})
say('ready')
