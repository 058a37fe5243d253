import type { Delivered } from '../processes/listener.js'
import { whileListening } from '../support/listening.js'
import { median, type Spread } from '../support/statistics.js'

const VISITOR_STREAMS = 1_000
const AGENT_STREAMS = 50
const WRITERS = 50
const PER_SECOND = 50
const SECONDS = 4
const ROUNDS = 3

export interface DeliveryResult {
  crowded: Spread
  alone: Spread
}

/**
 * Time from the start of a visitor's POST to the agents' frames, with a full house of streams on the
 * process and with one agent only, at a steady rate of messages.
 */
export async function measureDelivery(): Promise<DeliveryResult> {
  const crowd = {
    writers: WRITERS,
    visitors: VISITOR_STREAMS,
    agents: AGENT_STREAMS,
    conversations: 1_000,
  }
  return whileListening('delivery', crowd, async ({ visitors, sessions, listen }) => {
    const rate = { perSecond: PER_SECOND, seconds: SECONDS }
    const one = { listeners: [], agents: sessions.slice(0, 1), ...rate }
    const all = { listeners: visitors, agents: sessions, ...rate }
    await listen(one)
    const rounds: { alone: Delivered; crowded: Delivered }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({ alone: await listen(one), crowded: await listen(all) })
    }
    return {
      alone: medianOf(rounds.map((round) => round.alone)),
      crowded: medianOf(rounds.map((round) => round.crowded)),
    }
  })
}

/** The median round for each percentile; a round in which a frame is missing is an error. */
function medianOf(rounds: Delivered[]): Spread {
  const lost = rounds.find(({ frames, expected }) => frames !== expected)
  if (lost) throw new Error(`${lost.frames} frames came instead of ${lost.expected}`)
  const [p50, p95, p99] = (['p50', 'p95', 'p99'] as const).map((percentile) =>
    median(rounds.map((round) => round[percentile]))
  )
  return { p50, p95, p99 }
}
