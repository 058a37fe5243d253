import { createDatabase } from '../support/database.js'
import { runOnce, start } from '../support/child.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import { logIn } from '../support/agent_session.js'
import type { Populated } from '../support/population.js'
import type { Memory } from '../processes/server.js'
import type { Delivered } from '../processes/listener.js'

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
  const database = await createDatabase('sqlite', 'streams')
  const env = productionEnv(database)
  const wanted = { visitors: WRITERS + VISITORS, agents: AGENTS, conversations: 1_000 }
  const { key, visitors, agents } = await runOnce<Populated>('prepare', env, wanted)
  const { child: product } = await start('server', env)
  const { child: listener } = await start('listener', {})
  try {
    const sessions: string[] = []
    for (const agent of agents) sessions.push(await logIn(env.APP_URL, agent))
    const { peak: before } = await product.ask<Memory>({ memory: 'watch' })
    const delivered = await listener.ask<Delivered>({
      port: PRODUCT_PORT,
      key,
      writers: visitors.slice(0, WRITERS),
      listeners: repeated(visitors.slice(WRITERS), TABS),
      agents: repeated(sessions, PAGES),
      perSecond: PER_SECOND,
      seconds: SECONDS,
    })
    const { peak } = await product.ask<Memory>({ memory: 'peak' })
    return { streams: VISITORS * TABS + AGENTS * PAGES, delivered, before, peak }
  } finally {
    await Promise.all([product, listener].map((child) => child.stop()))
    await database.remove()
  }
}

const repeated = <Item>(items: Item[], times: number) =>
  Array.from({ length: times }, () => items).flat()
