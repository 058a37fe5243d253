import { setTimeout as wait } from 'node:timers/promises'
import { runOnce, start, type Child } from '../support/child.js'
import { createDatabase, type Engine } from '../support/database.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import type { KnownVisitor, Populated } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { median, spread, type Spread } from '../support/statistics.js'
import { postMessage } from '../support/writing.js'

const MESSAGES = 10_000
const WRITERS = 4
const EVERY_MS = 10
const CALM_MS = 3000
const ROUNDS = 2

export interface ErasingResult {
  database: string
  messages: number
  seconds: number
  /** Others' messages, from POST to answer: while the erasure runs, and while nothing else does. */
  meanwhile: Spread & { slowest: number }
  alone: Spread & { slowest: number }
}

/** Erases visitors who have written a lot, beside others who write. */
export async function measureErasing(engine: Engine): Promise<ErasingResult> {
  const database = await createDatabase(engine, 'erasing')
  const env = productionEnv(database)
  const wanted = { visitors: WRITERS, agents: 1, conversations: 1_000 }
  const { key, visitors } = await runOnce<Populated>('prepare', env, wanted)
  const { child: product } = await start('server', env)
  const meanwhile: number[] = []
  const alone: number[] = []
  const seconds: number[] = []
  try {
    await product
      .ask({ due: { longVisitor: 1 } })
      .then(() => writeWhile(key, visitors, wait(CALM_MS)))
    for (let round = 0; round < ROUNDS; round++) {
      const id = await product.ask<number>({ due: { longVisitor: MESSAGES } })
      alone.push(...(await writeWhile(key, visitors, wait(CALM_MS))))
      const erasing = erase(product, id).then((took) => seconds.push(took))
      meanwhile.push(...(await writeWhile(key, visitors, erasing)))
    }
  } finally {
    await product.stop()
    await database.remove()
  }
  return {
    database: database.label,
    messages: MESSAGES,
    seconds: median(seconds),
    meanwhile: withSlowest(meanwhile),
    alone: withSlowest(alone),
  }
}

const erase = (product: Child, id: number) => product.ask<number>({ due: { erase: id } })

/** Each visitor writes at a steady pace until something has ended; returns milliseconds. */
async function writeWhile(key: string, visitors: KnownVisitor[], until: Promise<unknown>) {
  let isOver = false
  const over = until.finally(() => (isOver = true))
  const latencies: number[] = []
  const writers = visitors.map(async (visitor) => {
    const client = new RawClient(PRODUCT_PORT)
    while (!isOver) {
      const startedAt = performance.now()
      await postMessage(client, key, visitor)
      latencies.push(performance.now() - startedAt)
      await wait(EVERY_MS)
    }
    client.close()
  })
  await Promise.all([over, ...writers])
  return latencies
}

const withSlowest = (latencies: number[]) => ({
  ...spread(latencies),
  slowest: Math.max(...latencies),
})
