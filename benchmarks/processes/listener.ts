import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../support/child.js'
import type { KnownVisitor } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { RawStream } from '../support/raw_stream.js'
import { spread, type Spread } from '../support/statistics.js'
import { postMessage } from '../support/writing.js'

/** Visitors who write at a steady rate, while streams are open. */
export interface ListeningRound {
  port: number
  key: string
  writers: KnownVisitor[]
  /** Visitors with a stream, and one session's cookies per agent with a stream. */
  listeners: KnownVisitor[]
  agents: string[]
  perSecond: number
  seconds: number
}

export type Delivered = Spread & { frames: number; expected: number }

const CLIENTS = 8
const OPENED_AT_ONCE = 25
const SETTLE_MS = 1500

async function openStreams(round: ListeningRound, onText: (text: string) => void) {
  const { port, key, listeners, agents } = round
  const asked = [
    ...agents.map((cookie) => ({ path: '/chat/events', headers: { Cookie: cookie }, onText })),
    ...listeners.map(({ token }) => ({
      path: `/api/widget/${key}/events`,
      headers: { 'X-Visitor-Token': token },
      onText: () => {},
    })),
  ]
  const streams: RawStream[] = []
  while (asked.length) {
    const some = asked.splice(0, OPENED_AT_ONCE)
    const opened = some.map((each) => RawStream.open(port, each.path, each.headers, each.onText))
    streams.push(...(await Promise.all(opened)))
  }
  return streams
}

process.on('message', async (round: ListeningRound) => {
  const sentAt: number[] = []
  const latencies: number[] = []
  const streams = await openStreams(round, (text) => {
    const now = performance.now()
    for (const [, index] of text.matchAll(/"content":"message (\d+)"/g)) {
      latencies.push(now - sentAt[Number(index)])
    }
  })
  await wait(SETTLE_MS)

  const clients = Array.from({ length: CLIENTS }, () => new RawClient(round.port))
  const total = round.perSecond * round.seconds
  const startedAt = performance.now()
  const posts: Promise<unknown>[] = []
  for (let index = 0; index < total; index++) {
    const due = startedAt + (index * 1000) / round.perSecond
    await wait(Math.max(0, due - performance.now()))
    const client = clients.shift() ?? new RawClient(round.port)
    const writer = round.writers[index % round.writers.length]
    sentAt[index] = performance.now()
    const post = postMessage(client, round.key, writer, `message ${index}`)
    posts.push(post.then(() => clients.push(client)))
  }
  await wait(Math.max(0, startedAt + round.seconds * 1000 - performance.now()))
  await Promise.all(posts)
  await wait(SETTLE_MS)
  for (const open of [...streams, ...clients]) open.close()
  say({ ...spread(latencies), frames: latencies.length, expected: total * round.agents.length })
})
say('ready')
