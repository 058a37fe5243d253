import type { BytesResult } from '../figures/bytes.js'
import type { DeliveryResult } from '../figures/delivery.js'
import type { DrawnResult } from '../figures/drawn.js'
import type { InteractiveResult } from '../figures/interactive.js'
import type { Figure } from './report.js'
import { KB, kilobytes, milliseconds, times } from './units.js'

const LOADER_BYTES = 2.5 * KB
const WIDGET_BYTES = 20 * KB
const INBOX_BYTES = 90 * KB
const OPENING_REQUESTS = 3

export function bytesFigures(result: BytesResult): Figure[] {
  const { loader, widget, inbox, requests, opening } = result
  return [
    size('loader with its settings, on the wire', loader, LOADER_BYTES),
    size('opening the widget, all of it, on the wire', widget, WIDGET_BYTES),
    size('inbox with all scripts and styles, on the wire', inbox, INBOX_BYTES),
    {
      what: 'requests for the widget to open, its event stream included',
      measured: String(opening),
      target: `≤ ${OPENING_REQUESTS}`,
      met: opening <= OPENING_REQUESTS,
    },
    {
      what: 'requests by the host page before the visitor acts',
      measured: String(requests),
      target: '1',
      met: requests === 1,
    },
  ]
}

const size = (what: string, bytes: number, limit: number): Figure => ({
  what,
  measured: kilobytes(bytes),
  target: `≤ ${kilobytes(limit)}`,
  met: bytes <= limit,
})

export function deliveryFigures({ crowded, alone }: DeliveryResult): Figure[] {
  return (['p50', 'p95', 'p99'] as const).map((percentile) => ({
    what: `POST to agent's frame, 1,000 visitor and 50 agent streams open, ${percentile}`,
    measured: milliseconds(crowded[percentile]),
    floor: milliseconds(alone[percentile]),
    ratio: times(crowded[percentile] / alone[percentile]),
  }))
}

/** Ends in the DOM of a real browser; the floor is the same with no other page open. */
export const interactiveFigure = ({ scripted, plain }: InteractiveResult): Figure => ({
  what: 'inbox page answers, on a processor four times slower; floor: parsed, without scripts, p50',
  measured: milliseconds(scripted.p50),
  floor: milliseconds(plain.p50),
  ratio: times(scripted.p50 / plain.p50),
})

export function drawnFigures({ alone, crowded }: DrawnResult): Figure[] {
  const limits = { p50: 15, p95: 40 }
  const ways = {
    toAgent: "visitor's POST to the agent's screen",
    toVisitor: "agent's POST to the visitor's screen",
  }
  const latencies = (['toAgent', 'toVisitor'] as const).flatMap((way) =>
    (['p50', 'p95'] as const).map((percentile) => ({
      what: `${ways[way]}, 30 inbox pages open, ${percentile}`,
      measured: milliseconds(crowded[way][percentile]),
      floor: milliseconds(alone[way][percentile]),
      target: `≤ ${limits[percentile]} ms`,
      met: crowded[way][percentile] <= limits[percentile],
    }))
  )
  const ratio = crowded.cpu / alone.cpu
  return [
    ...latencies,
    {
      what: "an agent's reply, from its POST to the answer, loopback included, p50",
      measured: milliseconds(alone.reply.p50),
      target: '≤ 3.5 ms',
      met: alone.reply.p50 <= 3.5,
    },
    {
      what: "server CPU of an agent's reply and of its reading by the visitor",
      measured: milliseconds(alone.replyCpu),
    },
    {
      what: 'server CPU per message, 30 inbox pages open',
      measured: milliseconds(crowded.cpu),
      floor: milliseconds(alone.cpu),
      ratio: times(ratio),
      target: '≤ 1.50 ×',
      met: ratio <= 1.5,
    },
    {
      what: 'GETs of a page per message',
      measured: String(crowded.asked),
      target: '0',
      met: crowded.asked === 0,
    },
  ]
}
