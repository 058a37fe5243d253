import { createDatabase, type Engine } from '../support/database.js'
import { runOnce, start } from '../support/child.js'
import { FLOOR_PORT, PRODUCT_PORT, productionEnv } from '../support/environment.js'
import { logIn } from '../support/agent_session.js'
import { deskSession } from '../support/replying.js'
import type { Populated } from '../support/population.js'
import type { SelfTimes } from '../support/profiler.js'
import type { Written, WritingRound } from '../processes/writer.js'
import { median } from '../support/statistics.js'

/** Who writes: a website's visitors, or an agent who answers them. */
export type Writers = 'visitor' | 'agent'

/** Messages per second of one process, beside the floor's in the same rounds. */
export interface WritesShare {
  writers: Writers
  concurrency: number
  product: number
  floor: number
  /** Lowest and highest share of the floor in a single round. */
  rounds: [number, number]
}

export interface WritesResult {
  database: string
  shares: WritesShare[]
  /** Where the process' time goes while they write. */
  profiles: Record<Writers, SelfTimes>
}

/** How much is measured: `concurrencies` is how many write at a time, each on a connection of their own. */
const EFFORT = { concurrencies: [1, 8, 32], rounds: 4, seconds: 2, profileSeconds: 4 }

/** Writers, each with conversations of their own. */
const SIDES = ['floor', 'visitor', 'agent'] as const

/**
 * Messages of visitors and replies of an agent that one production process accepts per second, beside the floor
 * on the same tables, in alternating rounds.
 */
export async function measureWrites(engine: Engine, effort = EFFORT): Promise<WritesResult> {
  const { concurrencies, profileSeconds } = effort
  const most = Math.max(...concurrencies)
  const database = await createDatabase(engine, `writes_${PRODUCT_PORT}`)
  const env = productionEnv(database)
  const wanted = { visitors: SIDES.length * most, agents: 1, conversations: 1_000 }
  const { key, visitors, agents } = await runOnce<Populated>('prepare', env, wanted)
  const [theirs, ours, answered] = SIDES.map((_, n) => visitors.slice(n * most, (n + 1) * most))

  const { child: writer } = await start('writer', {})
  const { child: product } = await start('server', env)
  const { child: floor } = await start('floor', env, { port: FLOOR_PORT, visitors: theirs })
  const desk = await deskSession(env.APP_URL, await logIn(env.APP_URL, agents[0]))
  const rounds: Record<(typeof SIDES)[number], Omit<WritingRound, 'seconds'>> = {
    floor: { key, port: FLOOR_PORT, visitors: theirs },
    visitor: { key, port: PRODUCT_PORT, visitors: ours },
    agent: { key, port: PRODUCT_PORT, visitors: answered, desk },
  }
  const write = async (side: (typeof SIDES)[number], concurrency: number, seconds: number) => {
    const round = { ...rounds[side], seconds }
    round.visitors = round.visitors.slice(0, concurrency)
    return (await writer.ask<Written>(round)).perSecond
  }
  const profileOf = async (writers: Writers) => {
    const profile = product.ask<SelfTimes>({ profileSeconds })
    await write(writers, most, profileSeconds + 1)
    return profile
  }

  try {
    for (const side of SIDES) await write(side, most, effort.seconds)
    const shares = []
    for (const concurrency of concurrencies) {
      shares.push(...(await sharesAt(concurrency, effort, write)))
    }
    const profiles = { visitor: await profileOf('visitor'), agent: await profileOf('agent') }
    return { database: database.label, shares, profiles }
  } finally {
    await Promise.all([writer, product, floor].map((child) => child.stop()))
    await database.remove()
  }
}

async function sharesAt(
  concurrency: number,
  { rounds, seconds }: typeof EFFORT,
  write: (side: (typeof SIDES)[number], concurrency: number, seconds: number) => Promise<number>
): Promise<WritesShare[]> {
  const figures = { floor: [] as number[], visitor: [] as number[], agent: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    for (const side of SIDES) figures[side].push(await write(side, concurrency, seconds))
  }
  return (['visitor', 'agent'] as const).map((writers) => {
    const shares = figures[writers].map((perSecond, round) => perSecond / figures.floor[round])
    return {
      writers,
      concurrency,
      product: median(figures[writers]),
      floor: median(figures.floor),
      rounds: [Math.min(...shares), Math.max(...shares)],
    }
  })
}
