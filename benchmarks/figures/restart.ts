import { setTimeout as wait } from 'node:timers/promises'
import { DrillLoad } from '#chat/drill/drill_load'
import { DrillProxy } from '#chat/drill/drill_proxy'
import { tallyOf, type Tally } from '#chat/drill/drill_tally'
import type { Engine } from '../support/database.js'
import { drillVisitors } from '../support/drill_visitors.js'
import { RequestRate } from '../support/request_rate.js'
import { withSeveralProcesses } from '../support/several_processes.js'
import { median, percentile } from '../support/statistics.js'

const VISITORS = 200
const PER_SECOND = 50
/** Until all streams are open, and between what happens. */
const OPENING_MS = 3000
const CALM_MS = 5000
const PATIENCE_MS = 20_000

export interface RestartResult {
  database: string
  visitors: number
  /** What has become of messages while each process was replaced by a new one. */
  tally: Tally
  /** How long readers were without a stream meanwhile; milliseconds. */
  withoutStream: { p50: number; most: number }
  /** Requests per second: before, and at most in any second from then on. */
  requests: { usual: number; most: number }
}

/** A rolling restart under load: each of two processes is replaced by a new one, while visitors write and read. */
export function measureRestart(engine: Engine): Promise<RestartResult> {
  return withSeveralProcesses(engine, 'restart', VISITORS, async (several) => {
    const { database, key, servers, url, serve } = several
    const proxy = await DrillProxy.start(url(0), url(1))
    const rate = new RequestRate()
    const visitors = drillVisitors(proxy.url, key, several.visitors, () => rate.note())
    const load = new DrillLoad(visitors, PER_SECOND)
    load.start()
    await wait(OPENING_MS)
    const from = performance.now()
    await wait(CALM_MS)
    const restartsAt = performance.now()
    for (const old of [0, 1]) {
      await serve(old + 2)
      proxy.switchTo(url(2), url(old === 0 ? 1 : 3))
      await servers[old].stop()
      await wait(CALM_MS)
    }
    const endsAt = performance.now()
    await load.end(PATIENCE_MS)
    proxy.close()
    const gaps = visitors.flatMap(({ reader }) => reader.gaps)
    return {
      database,
      visitors: VISITORS,
      tally: tallyOf(visitors),
      withoutStream: { p50: median(gaps), most: percentile(gaps, 1) },
      requests: { usual: rate.mean(from, restartsAt), most: rate.most(restartsAt, endsAt) },
    }
  })
}
