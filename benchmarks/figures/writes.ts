import { createDatabase, type Engine } from '../support/database.js'
import { runOnce, start, type Child } from '../support/child.js'
import { FLOOR_PORT, PRODUCT_PORT, productionEnv } from '../support/environment.js'
import type { KnownVisitor, Populated } from '../support/population.js'
import type { SelfTimes } from '../support/profiler.js'
import type { Written } from '../processes/writer.js'
import { median } from '../support/statistics.js'

const CONNECTIONS = 48
const ROUNDS = 5
const SECONDS = 3
const PROFILE_SECONDS = 4

export interface WritesResult {
  database: string
  product: number
  floor: number
  /** Lowest and highest share of the floor in a single round. */
  shares: [number, number]
  profile: SelfTimes
}

/**
 * Visitor messages accepted per second by one production process, beside the floor on the same
 * tables. Rounds alternate, each side has its own conversations, and each visitor a connection.
 */
export async function measureWrites(engine: Engine): Promise<WritesResult> {
  const database = await createDatabase(engine, 'writes')
  const env = productionEnv(database)
  const wanted = { visitors: 2 * CONNECTIONS, agents: 1, conversations: 1_000 }
  const { key, visitors } = await runOnce<Populated>('prepare', env, wanted)
  const [ours, theirs] = [visitors.slice(0, CONNECTIONS), visitors.slice(CONNECTIONS)]

  const { child: writer } = await start('writer', {})
  const { child: product } = await start('server', env)
  const { child: floor } = await start('floor', env, { port: FLOOR_PORT, visitors: theirs })
  const write = (port: number, who: KnownVisitor[], seconds = SECONDS) =>
    writer.ask<Written>({ port, key, visitors: who, seconds })

  try {
    await write(PRODUCT_PORT, ours)
    await write(FLOOR_PORT, theirs, 1)
    const rounds: { product: number; floor: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        floor: (await write(FLOOR_PORT, theirs)).perSecond,
        product: (await write(PRODUCT_PORT, ours)).perSecond,
      })
    }
    const [profile] = await Promise.all([
      profileOf(product),
      write(PRODUCT_PORT, ours, PROFILE_SECONDS + 1),
    ])
    const shares = rounds.map((round) => round.product / round.floor)
    return {
      database: database.label,
      shares: [Math.min(...shares), Math.max(...shares)],
      product: median(rounds.map((round) => round.product)),
      floor: median(rounds.map((round) => round.floor)),
      profile,
    }
  } finally {
    await Promise.all([writer, product, floor].map((child) => child.stop()))
    await database.remove()
  }
}

const profileOf = (product: Child) => product.ask<SelfTimes>({ profileSeconds: PROFILE_SECONDS })
