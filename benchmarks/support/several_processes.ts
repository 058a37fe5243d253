import { RedisProcess } from '../../tests/helpers/redis_process.js'
import { runOnce, start, type Child } from './child.js'
import { createDatabase, type Engine } from './database.js'
import { PRODUCT_PORT, productionEnv } from './environment.js'
import type { KnownVisitor, Populated } from './population.js'

/** Processes of the product on one database, with a Redis of their own between them. */
export interface SeveralProcesses {
  database: string
  redis: RedisProcess
  key: string
  visitors: KnownVisitor[]
  /** The first two of them, from the beginning. */
  servers: Child[]
  port(n: number): number
  url(n: number): string
  /** Starts one more, with a port of its own. */
  serve(n: number): Promise<Child>
}

/** Runs the work with two processes that serve; then ends whatever serves, and removes all. */
export async function withSeveralProcesses<Result>(
  engine: Engine,
  name: string,
  visitors: number,
  work: (several: SeveralProcesses) => Promise<Result>
): Promise<Result> {
  const database = await createDatabase(engine, name)
  const redis = await RedisProcess.start()
  const port = (n: number) => PRODUCT_PORT + 10 + n
  const env = (n: number) => ({ ...productionEnv(database, port(n)), REDIS_URL: redis.url })
  const wanted = { visitors, agents: 1, conversations: 1_000 }
  const { key, visitors: known } = await runOnce<Populated>('prepare', env(0), wanted)
  const started: Child[] = []
  const serve = async (n: number) => {
    const { child } = await start('server', env(n))
    started.push(child)
    return child
  }
  try {
    const servers = await Promise.all([serve(0), serve(1)])
    const url = (n: number) => env(n).APP_URL
    const shared = { database: database.label, redis, key, visitors: known }
    return await work({ ...shared, servers, port, url, serve })
  } finally {
    await Promise.all(started.map((child) => child.stop()))
    await redis.kill()
    await database.remove()
  }
}
