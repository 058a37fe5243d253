import { setTimeout as wait } from 'node:timers/promises'
import { DrillLoad } from '#chat/drill/drill_load'
import { DrillProxy } from '#chat/drill/drill_proxy'
import { tallyOf, type Tally } from '#chat/drill/drill_tally'
import type { DrillVisitor } from '#chat/drill/drill_visitor'
import type { Memory } from '../processes/server.js'
import type { Child } from '../support/child.js'
import type { Engine } from '../support/database.js'
import { drillVisitors } from '../support/drill_visitors.js'
import { withSeveralProcesses } from '../support/several_processes.js'
import { percentile } from '../support/statistics.js'

const VISITORS = 200
const PER_SECOND = 50
/** Until what is made once has been made; at work with Redis; without it; and with it again. */
const WARM_MS = 30_000
const WITH_MS = 60_000
const AWAY_MS = 60_000
const BACK_MS = 15_000
const PATIENCE_MS = 20_000
/** A message that takes longer is one for which its reader is not current. */
const LATE_MS = 1000

export interface RedisAwayResult {
  database: string
  tally: Tally
  /** Milliseconds until 95 of 100 messages were shown that were written while Redis was away. */
  awayP95: number
  /** Milliseconds from the return of Redis until the last late message was shown. */
  currentAfter: number
  /** Bytes by which the most memory of a process grew while Redis was away. */
  growth: number
}

/** Redis is killed for a minute while visitors write and read at two processes, and comes back. */
export function measureRedisAway(engine: Engine): Promise<RedisAwayResult> {
  return withSeveralProcesses(engine, 'redis_away', VISITORS, async (several) => {
    const { database, redis, key, servers, url } = several
    const proxy = await DrillProxy.start(url(0), url(1))
    const visitors = drillVisitors(proxy.url, key, several.visitors)
    const load = new DrillLoad(visitors, PER_SECOND)
    load.start()
    await wait(WARM_MS)
    const before = await mostDuring(servers, () => wait(WITH_MS))

    const goneAt = performance.now()
    await redis.kill()
    const away = await mostDuring(servers, () => wait(AWAY_MS))
    await redis.start()
    const backAt = performance.now()
    await wait(BACK_MS)
    await load.end(PATIENCE_MS)
    proxy.close()
    return {
      database,
      tally: tallyOf(visitors),
      awayP95: percentile(takenBetween(visitors, goneAt, backAt), 0.95),
      currentAfter: currentAfter(visitors, backAt),
      growth: Math.max(...away.map((most, n) => most - before[n])),
    }
  })
}

/** The most memory of each process while the work is done, in bytes. */
async function mostDuring(servers: Child[], work: () => Promise<unknown>) {
  const ask = (memory: 'watch' | 'peak') =>
    Promise.all(servers.map((server) => server.ask<Memory>({ memory })))
  await ask('watch')
  await work()
  return (await ask('peak')).map(({ peak }) => peak)
}

/** Milliseconds until each message was shown that was written between two moments. */
const takenBetween = (visitors: DrillVisitor[], from: number, to: number) =>
  visitors.flatMap(({ sent }) =>
    sent
      .filter(({ at }) => at >= from && at < to)
      .map(({ at, shownAt }) => (shownAt ?? Infinity) - at)
  )

function currentAfter(visitors: DrillVisitor[], backAt: number) {
  const shown = visitors.flatMap(({ sent }) =>
    sent.map(({ at, shownAt }) => ({ at, shownAt: shownAt ?? Infinity }))
  )
  const late = shown.filter(({ at, shownAt }) => shownAt - at > LATE_MS)
  return Math.max(0, ...late.map(({ shownAt }) => shownAt - backAt))
}
