import { setTimeout as wait } from 'node:timers/promises'
import { DrillLoad } from '#chat/drill/drill_load'
import { DrillProxy } from '#chat/drill/drill_proxy'
import { tallyOf, type Tally } from '#chat/drill/drill_tally'
import { RedisProcess } from '../../tests/helpers/redis_process.js'
import type { Written } from '../processes/writer.js'
import { runOnce, start, type Child } from '../support/child.js'
import { drillVisitors } from '../support/drill_visitors.js'
import { createDatabase, type Engine } from '../support/database.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import type { KnownVisitor, Populated } from '../support/population.js'
import { median, percentile } from '../support/statistics.js'

const WRITERS = 32
const READERS = 200
const ROUNDS = 3
const SECONDS = 3
const PER_SECOND = 50

export interface ProcessesResult {
  database: string
  /** Visitors' messages per second of one process, and of two. */
  one: number
  two: number
  /** What has become of messages while each process was replaced by a new one. */
  restart: Tally
  /** How long readers were without a stream meanwhile; milliseconds. */
  withoutStream: { p50: number; most: number }
}

/** Several processes on one database with Redis between them: how much more they take, and how one replaces another. */
export async function measureProcesses(engine: Engine): Promise<ProcessesResult> {
  const database = await createDatabase(engine, 'processes')
  const redis = await RedisProcess.start()
  const env = (n: number) => ({
    ...productionEnv(database, PRODUCT_PORT + 10 + n),
    REDIS_URL: redis.url,
  })
  const wanted = { visitors: WRITERS + READERS, agents: 1, conversations: 1_000 }
  const { key, visitors } = await runOnce<Populated>('prepare', env(0), wanted)
  const servers = new Map<number, Child>()
  const serve = async (n: number) => servers.set(n, (await start('server', env(n))).child)
  await Promise.all([serve(0), serve(1)])
  const writers = await Promise.all([0, 1].map(async () => (await start('writer', {})).child))
  try {
    const throughput = { key, writers, visitors: visitors.slice(0, WRITERS) }
    await write({ ...throughput, ports: [PRODUCT_PORT + 10, PRODUCT_PORT + 11] })
    const [one, two]: number[][] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      one.push(await write({ ...throughput, ports: [PRODUCT_PORT + 10, PRODUCT_PORT + 10] }))
      two.push(await write({ ...throughput, ports: [PRODUCT_PORT + 10, PRODUCT_PORT + 11] }))
    }
    const replace = async (old: number, next: number, proxy: DrillProxy, other: number) => {
      await serve(next)
      proxy.switchTo(env(next).APP_URL, env(other).APP_URL)
      await servers.get(old)!.stop()
    }
    const restarted = await restart(key, visitors.slice(WRITERS), env, replace)
    return { database: database.label, one: median(one), two: median(two), ...restarted }
  } finally {
    await Promise.all([...servers.values(), ...writers].map((child) => child.stop()))
    await redis.kill()
    await database.remove()
  }
}

interface Throughput {
  key: string
  writers: Child[]
  visitors: KnownVisitor[]
  ports: number[]
}

/** Messages per second, by two generators of load that share the visitors. */
async function write({ key, writers, visitors, ports }: Throughput) {
  const share = visitors.length / writers.length
  const rates = await Promise.all(
    writers.map((writer, n) => {
      const own = visitors.slice(n * share, (n + 1) * share)
      return writer.ask<Written>({ key, port: ports[n], visitors: own, seconds: SECONDS })
    })
  )
  return rates.reduce((sum, { perSecond }) => sum + perSecond, 0)
}

async function restart(
  key: string,
  known: KnownVisitor[],
  env: (n: number) => { APP_URL: string },
  replace: (old: number, next: number, proxy: DrillProxy, other: number) => Promise<void>
) {
  const proxy = await DrillProxy.start(env(0).APP_URL, env(1).APP_URL)
  const visitors = drillVisitors(proxy.url, key, known)
  const load = new DrillLoad(visitors, PER_SECOND)
  load.start()
  await wait(5000)
  await replace(0, 2, proxy, 1)
  await wait(5000)
  await replace(1, 3, proxy, 2)
  await wait(5000)
  await load.end(20_000)
  proxy.close()
  const gaps = visitors.flatMap(({ reader }) => reader.gaps)
  return {
    restart: tallyOf(visitors),
    withoutStream: { p50: median(gaps), most: percentile(gaps, 1) },
  }
}
