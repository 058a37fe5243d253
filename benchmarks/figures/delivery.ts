import { createDatabase } from '../support/database.js'
import { runOnce, start } from '../support/child.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import { logIn } from '../support/agent_session.js'
import { median } from '../support/statistics.js'
import type { Populated } from '../support/population.js'
import type { Delivered, ListeningRound } from '../processes/listener.js'

const VISITOR_STREAMS = 1_000
const AGENT_STREAMS = 50
const WRITERS = 50
const PER_SECOND = 50
const SECONDS = 4
const ROUNDS = 3

type Places = Pick<Delivered, 'p50' | 'p95' | 'p99'>

export interface DeliveryResult {
  crowded: Places
  alone: Places
}

/**
 * Time from the start of a visitor's POST to the agents' frames, with a full house of streams on the
 * process and with one agent only, at a steady rate of messages.
 */
export async function measureDelivery(): Promise<DeliveryResult> {
  const database = await createDatabase('sqlite', 'delivery')
  const env = productionEnv(database)
  const wanted = {
    visitors: WRITERS + VISITOR_STREAMS,
    agents: AGENT_STREAMS,
    conversations: 1_000,
  }
  const { key, visitors, agents } = await runOnce<Populated>('prepare', env, wanted)
  const { child: product } = await start('server', env)
  const { child: listener } = await start('listener', {})

  try {
    const sessions: string[] = []
    for (const agent of agents) sessions.push(await logIn(env.APP_URL, agent))
    const listen = (streams: Pick<ListeningRound, 'listeners' | 'agents'>) =>
      listener.ask<Delivered>({
        port: PRODUCT_PORT,
        key,
        writers: visitors.slice(0, WRITERS),
        perSecond: PER_SECOND,
        seconds: SECONDS,
        ...streams,
      })
    const one = { listeners: [], agents: sessions.slice(0, 1) }
    const all = { listeners: visitors.slice(WRITERS), agents: sessions }
    await listen(one)
    const rounds: { alone: Delivered; crowded: Delivered }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({ alone: await listen(one), crowded: await listen(all) })
    }
    return {
      alone: middleOf(rounds.map((round) => round.alone)),
      crowded: middleOf(rounds.map((round) => round.crowded)),
    }
  } finally {
    await Promise.all([product, listener].map((child) => child.stop()))
    await database.remove()
  }
}

/** The median round for each percentile; a round in which a frame is missing is an error. */
function middleOf(rounds: Delivered[]): Places {
  const lost = rounds.find(({ frames, expected }) => frames !== expected)
  if (lost) throw new Error(`${lost.frames} frames came instead of ${lost.expected}`)
  const [p50, p95, p99] = (['p50', 'p95', 'p99'] as const).map((place) =>
    median(rounds.map((round) => round[place]))
  )
  return { p50, p95, p99 }
}
