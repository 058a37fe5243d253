import { setTimeout as wait } from 'node:timers/promises'
import type { Delivered, ListeningRound } from '../processes/listener.js'
import type { ServerTime } from '../processes/server.js'
import type { Written } from '../processes/writer.js'
import { runOnce, start, type Child } from '../support/child.js'
import { createDatabase, type Engine } from '../support/database.js'
import { FLOOR_PORT, PRODUCT_PORT, productionEnv } from '../support/environment.js'
import type { Populated } from '../support/population.js'
import { median } from '../support/statistics.js'

/** Pages that are open, and in which nothing happens. */
const PAGES = 500
/** Several heartbeats; and until all pages have opened their stream. */
const IDLE_SECONDS = 30
const OPENING_MS = 8000
const ROUNDS = 3
const SECONDS = 12
/** What was read of the settings holds for a second: each message finds nothing that is fresh but what is looked at. */
const PAUSE_MS = 1500
const LOOKS = 500

export interface CalmResult {
  database: string
  pages: number
  /** Microseconds of the server's time per second: without a page, and for each one. */
  alone: number
  perPage: number
  /** Of one look at the version of the settings, of which there is one in 0.8 seconds. */
  look: number
  /** Milliseconds from a message to its answer, when it is the only one for longer than a second. */
  message: number
  floor: number
}

/** A site on which nothing happens, and one on which a visitor writes now and then. */
export async function measureCalm(engine: Engine): Promise<CalmResult> {
  const database = await createDatabase(engine, 'calm')
  const env = productionEnv(database)
  const wanted = { visitors: PAGES + 2, agents: 1, conversations: 1_000 }
  const { key, visitors } = await runOnce<Populated>('prepare', env, wanted)
  const [ours, theirs, ...listeners] = visitors
  const { child: product } = await start('server', env)
  const { child: floor } = await start('floor', env, { port: FLOOR_PORT, visitors: [theirs] })
  const { child: writer } = await start('writer', {})
  const { child: listener } = await start('listener', {})
  const write = async (port: number, visitor: typeof ours) => {
    const round = { key, port, visitors: [visitor], seconds: SECONDS, pauseMs: PAUSE_MS }
    return (await writer.ask<Written>(round)).took.p50
  }
  try {
    await write(PRODUCT_PORT, ours)
    const rounds: { message: number; floor: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const floors = await write(FLOOR_PORT, theirs)
      rounds.push({ floor: floors, message: await write(PRODUCT_PORT, ours) })
    }
    const { cpu: look } = await product.ask<ServerTime>({ looks: LOOKS })
    const alone = await idleTime(product)
    const held = listener.ask<Delivered>({
      port: PRODUCT_PORT,
      key,
      writers: [],
      listeners,
      agents: [],
      perSecond: 0,
      seconds: IDLE_SECONDS + OPENING_MS / 1000,
    } satisfies ListeningRound)
    await wait(OPENING_MS)
    const open = await idleTime(product)
    await held
    return {
      database: database.label,
      pages: PAGES,
      alone,
      perPage: (open - alone) / PAGES,
      look,
      message: median(rounds.map((each) => each.message)),
      floor: median(rounds.map((each) => each.floor)),
    }
  } finally {
    await Promise.all([product, floor, writer, listener].map((child) => child.stop()))
    await database.remove()
  }
}

/** Microseconds of the server's time per second, while nothing is asked of it. */
async function idleTime(product: Child) {
  const { cpu: before } = await product.ask<ServerTime>({ cpu: true })
  await wait(IDLE_SECONDS * 1000)
  const { cpu: after } = await product.ask<ServerTime>({ cpu: true })
  return (after - before) / IDLE_SECONDS
}
