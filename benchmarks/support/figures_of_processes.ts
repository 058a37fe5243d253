import type { ProcessesResult } from '../figures/processes.js'
import type { RedisAwayResult } from '../figures/redis_away.js'
import type { RestartResult } from '../figures/restart.js'
import type { Figure } from './report.js'
import { MB, megabytes, percent, times } from './units.js'

const SCALES = 1.6
/** A second process needs about a core: this share of the cores of a small machine. */
const FREE = 0.4
const BACK_MS = 15_000
const RESTART_MS = 500
/** Requests, of the usual rate. */
const PEAK = 2
const CURRENT_MS = 5000
const AWAY_MB = 20

const milliseconds = (value: number) => `${value.toFixed(0)} ms`

export function processesFigures({ database, one, two }: ProcessesResult): Figure[] {
  const ratio = two.perSecond / one.perSecond
  const cost = two.cpu / one.cpu
  return [
    {
      what: `visitors' messages per second, two processes and Redis, ${database}; floor: one, which leaves ${percent(one.idle)} of the cores idle`,
      measured: two.perSecond.toFixed(0),
      floor: one.perSecond.toFixed(0),
      ratio: times(ratio),
      target: `≥ ${SCALES} × where cores are free`,
      // Without a core that is free for it, a second process shows nothing
      met: ratio >= SCALES || (one.idle < FREE ? undefined : false),
    },
    {
      what: `time of the server per visitor's message, two processes and Redis, ${database}; floor: one`,
      measured: `${two.cpu.toFixed(0)} µs`,
      floor: `${one.cpu.toFixed(0)} µs`,
      ratio: times(cost),
      target: `≤ ${times(2 / SCALES)}`,
      met: cost <= 2 / SCALES,
    },
  ]
}

export function restartFigures(result: RestartResult): Figure[] {
  const { database, visitors, tally, withoutStream, requests } = result
  const { sent, lost, doubled, reordered, p95, slowest } = tally
  const of = `rolling restart of two processes at 50 messages/s, ${database}`
  return [
    {
      what: `${of}: lost, doubled, reordered of ${sent}`,
      measured: `${lost}, ${doubled}, ${reordered}`,
      target: '0, 0, 0',
      met: lost + doubled + reordered === 0,
    },
    {
      what: `${of}: until another tab shows a message, p95`,
      measured: `${milliseconds(p95)} (slowest ${milliseconds(slowest)})`,
      target: `≤ ${RESTART_MS} ms`,
      met: p95 <= RESTART_MS,
    },
    {
      what: `${of}: without a stream, at most`,
      measured: `${milliseconds(withoutStream.most)} (p50 ${milliseconds(withoutStream.p50)})`,
      target: `≤ ${milliseconds(BACK_MS)}`,
      met: withoutStream.most <= BACK_MS,
    },
    {
      what: `${of}: requests in any second, ${visitors} pages open; floor: before`,
      measured: String(requests.most),
      floor: requests.usual.toFixed(0),
      ratio: times(requests.most / requests.usual),
      target: `≤ ${times(PEAK)}`,
      met: requests.most <= PEAK * requests.usual,
    },
  ]
}

export function redisAwayFigures(result: RedisAwayResult): Figure[] {
  const { database, tally, awayP95, currentAfter, growth } = result
  const of = `Redis away for a minute under 50 messages/s, two processes, ${database}`
  return [
    {
      what: `${of}: lost, doubled, reordered of ${tally.sent}`,
      measured: `${tally.lost}, ${tally.doubled}, ${tally.reordered}`,
      target: '0, 0, 0',
      met: tally.lost + tally.doubled + tally.reordered === 0,
    },
    {
      what: `${of}: until another tab shows a message meanwhile, p95`,
      measured: milliseconds(awayP95),
      target: `≤ ${milliseconds(CURRENT_MS)}`,
      met: awayP95 <= CURRENT_MS,
    },
    {
      what: `${of}: from its return until every page is current`,
      measured: milliseconds(currentAfter),
      target: `≤ ${milliseconds(CURRENT_MS)}`,
      met: currentAfter <= CURRENT_MS,
    },
    {
      what: `${of}: most memory of a process, beyond that with Redis`,
      measured: megabytes(growth),
      target: `≤ ${AWAY_MB} MB`,
      met: growth <= AWAY_MB * MB,
    },
  ]
}
