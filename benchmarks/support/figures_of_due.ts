import type { ErasingResult } from '../figures/erasing.js'
import type { MailResult } from '../figures/mail.js'
import type { PushResult } from '../figures/push.js'
import type { Figure } from './report.js'
import { milliseconds, percent, times } from './units.js'

const ERASED_SECONDS = 10
const WAIT_MS = 100
const LATE_MS = 2000

export const mailFigure = ({ product, floor }: MailResult): Figure => ({
  what: 'emails about unread replies per second, one process; floor: the mailer alone, a text that is there',
  measured: product.toFixed(0),
  floor: floor.toFixed(0),
  ratio: percent(product / floor),
})

export const pushFigures = ({ busy, idle }: PushResult): Figure[] =>
  (['p50', 'p95'] as const).map((percentile) => ({
    what: `visitor's POST to the push service, while 100 emails are due; floor: without them, ${percentile}`,
    measured: milliseconds(busy[percentile]),
    floor: milliseconds(idle[percentile]),
    ratio: times(busy[percentile] / idle[percentile]),
    target: `≤ ${LATE_MS} ms`,
    met: busy[percentile] <= LATE_MS,
  }))

export function erasingFigures(result: ErasingResult): Figure[] {
  const { database, messages, seconds, meanwhile, alone } = result
  const of = `erasing a visitor with ${messages.toLocaleString('en')} messages, ${database}`
  return [
    {
      what: `${of}: until nothing is left`,
      measured: `${seconds.toFixed(1)} s`,
      target: `≤ ${ERASED_SECONDS} s`,
      met: seconds <= ERASED_SECONDS,
    },
    {
      what: `${of}: others' messages meanwhile, slowest; floor: without it`,
      measured: `${milliseconds(meanwhile.slowest)} (p50 ${milliseconds(meanwhile.p50)})`,
      floor: `${milliseconds(alone.slowest)} (p50 ${milliseconds(alone.p50)})`,
      ratio: times(meanwhile.slowest / alone.slowest),
      target: `≤ ${WAIT_MS} ms`,
      met: meanwhile.slowest <= WAIT_MS,
    },
  ]
}
