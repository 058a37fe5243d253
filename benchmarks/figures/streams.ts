import type { Delivered } from '../processes/listener.js'
import type { Memory } from '../processes/server.js'
import { whileListening } from '../support/listening.js'

const VISITORS = 1_000
const TABS = 5
const AGENTS = 20
const PAGES = 5
const WRITERS = 50
const PER_SECOND = 100
const SECONDS = 10

export interface StreamsResult {
  streams: number
  delivered: Delivered
  /** Bytes: what the process holds without a stream, and at most with all of them and messages. */
  before: number
  peak: number
}

/** A full house on one process: 5,000 streams of visitors and 100 of agents, while visitors write. */
export async function measureStreams(): Promise<StreamsResult> {
  const crowd = { writers: WRITERS, visitors: VISITORS, agents: AGENTS, conversations: 1_000 }
  return whileListening('streams', crowd, async ({ product, visitors, sessions, listen }) => {
    const { peak: before } = await product.ask<Memory>({ memory: 'watch' })
    const delivered = await listen({
      listeners: repeated(visitors, TABS),
      agents: repeated(sessions, PAGES),
      perSecond: PER_SECOND,
      seconds: SECONDS,
    })
    const { peak } = await product.ask<Memory>({ memory: 'peak' })
    return { streams: VISITORS * TABS + AGENTS * PAGES, delivered, before, peak }
  })
}

const repeated = <Item>(items: Item[], times: number) =>
  Array.from({ length: times }, () => items).flat()
