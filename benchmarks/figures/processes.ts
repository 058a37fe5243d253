import type { ServerTime } from '../processes/server.js'
import type { Written } from '../processes/writer.js'
import { start, type Child } from '../support/child.js'
import type { Engine } from '../support/database.js'
import { idleDuring } from '../support/machine_time.js'
import type { KnownVisitor } from '../support/population.js'
import { withSeveralProcesses } from '../support/several_processes.js'
import { median } from '../support/statistics.js'

const WRITERS = 32
const ROUNDS = 3
const SECONDS = 3

/** Of one process or of two, while visitors write as fast as they can. */
export interface Throughput {
  perSecond: number
  /** Microseconds of the processes' time for each message. */
  cpu: number
  /** How much of the machine's processors nothing uses meanwhile, 0 to 1. */
  idle: number
}

export interface ProcessesResult {
  database: string
  one: Throughput
  two: Throughput
}

/** Two processes on one database with Redis between them: how much more they take than one does. */
export function measureProcesses(engine: Engine): Promise<ProcessesResult> {
  return withSeveralProcesses(engine, 'processes', WRITERS, async (several) => {
    const { database, key, visitors, servers, port } = several
    const writers = await Promise.all([0, 1].map(async () => (await start('writer', {})).child))
    const load = { key, writers, visitors, servers }
    const rounds: { one: Throughput[]; two: Throughput[] } = { one: [], two: [] }
    try {
      await write({ ...load, ports: [port(0), port(1)] })
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.one.push(await write({ ...load, ports: [port(0), port(0)] }))
        rounds.two.push(await write({ ...load, ports: [port(0), port(1)] }))
      }
    } finally {
      await Promise.all(writers.map((child) => child.stop()))
    }
    return { database, one: medianOf(rounds.one), two: medianOf(rounds.two) }
  })
}

const medianOf = (rounds: Throughput[]): Throughput => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  cpu: median(rounds.map(({ cpu }) => cpu)),
  idle: median(rounds.map(({ idle }) => idle)),
})

interface Load {
  key: string
  writers: Child[]
  visitors: KnownVisitor[]
  servers: Child[]
  ports: number[]
}

/** Two generators of load share the visitors. */
async function write({ key, writers, visitors, servers, ports }: Load): Promise<Throughput> {
  const share = visitors.length / writers.length
  const before = await timeOf(servers)
  const { result: rates, idle } = await idleDuring(() =>
    Promise.all(
      writers.map((writer, n) => {
        const own = visitors.slice(n * share, (n + 1) * share)
        return writer.ask<Written>({ key, port: ports[n], visitors: own, seconds: SECONDS })
      })
    )
  )
  const cpu = (await timeOf(servers)) - before
  const messages = rates.reduce((sum, { accepted }) => sum + accepted, 0)
  const perSecond = rates.reduce((sum, rate) => sum + rate.perSecond, 0)
  return { perSecond, cpu: cpu / messages, idle }
}

async function timeOf(servers: Child[]) {
  const times = await Promise.all(servers.map((server) => server.ask<ServerTime>({ cpu: true })))
  return times.reduce((sum, { cpu }) => sum + cpu, 0)
}
