import type { BytesResult } from '../figures/bytes.js'
import type { DashboardResult } from '../figures/dashboard.js'
import type { DeliveryResult } from '../figures/delivery.js'
import type { DrawnResult } from '../figures/drawn.js'
import type { ExportResult } from '../figures/export.js'
import type { InteractiveResult } from '../figures/interactive.js'
import type { NarrowedResult } from '../figures/narrowed.js'
import type { ReadingResult } from '../figures/reading.js'
import type { SearchResult } from '../figures/search.js'
import type { Writers, WritesResult } from '../figures/writes.js'
import type { Spread } from './page_times.js'
import type { Figure } from './report.js'

const KB = 1024
const LOADER_BYTES = 2.5 * KB
const WIDGET_BYTES = 20 * KB
const INBOX_BYTES = 90 * KB
const OPENING_REQUESTS = 3

/** At least so much of the floor, by who writes and how many at a time; those of MariaDB hold for every server. */
const WRITE_SHARES: Record<Writers, Record<'SQLite' | 'server', Record<number, number>>> = {
  visitor: {
    SQLite: { 1: 0.45, 8: 0.6, 32: 0.65 },
    server: { 1: 0.48, 8: 0.52, 32: 0.7 },
  },
  agent: {
    SQLite: { 1: 0.14, 8: 0.14, 32: 0.14 },
    server: { 1: 0.18, 8: 0.18, 32: 0.18 },
  },
}
const WRITTEN: Record<Writers, string> = {
  visitor: 'visitor messages',
  agent: "an agent's replies",
}

/**
 * A page is constant in size when with a hundred times the history it takes at most this much longer,
 * and a filter costs nothing when the page takes at most this much longer than without it.
 */
const CONSTANT = 1.5

/** What a search may take, of the plain list: a look-up of something whole, and any other with an index of words. */
const EXACT_SEARCH = 1.2
const INDEXED_SEARCH = 2

/** Far less than the file itself and its conversations would take together. */
const EXPORT_MB = 100

const kilobytes = (bytes: number) => `${(bytes / KB).toFixed(2)} KB`
const milliseconds = (value: number) => `${value.toFixed(1)} ms`
/** Of many requests: the middle one, and the one that only one in a hundred exceeds. */
const middleAndWorst = ({ p50, p99 }: Spread) => `${milliseconds(p50)} (p99 ${milliseconds(p99)})`
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const times = (ratio: number) => `${ratio.toFixed(2)} ×`

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

export const writesFigures = ({ database, shares }: WritesResult): Figure[] =>
  shares.map(({ writers, concurrency, product, floor, rounds }) => {
    const kind = database === 'SQLite' ? 'SQLite' : 'server'
    const target = WRITE_SHARES[writers][kind][concurrency]
    return {
      what: `${WRITTEN[writers]} per second, ${concurrency} at a time, ${database}`,
      measured: product.toFixed(0),
      floor: floor.toFixed(0),
      ratio: `${percent(product / floor)} (rounds: ${rounds.map(percent).join(' to ')})`,
      target: `≥ ${percent(target)}`,
      met: product / floor >= target,
    }
  })

export function deliveryFigures({ crowded, alone }: DeliveryResult): Figure[] {
  return (['p50', 'p95', 'p99'] as const).map((place) => ({
    what: `POST to agent's frame, 1,000 visitor and 50 agent streams open, ${place}`,
    measured: milliseconds(crowded[place]),
    floor: milliseconds(alone[place]),
    ratio: times(crowded[place] / alone[place]),
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
    (['p50', 'p95'] as const).map((place) => ({
      what: `${ways[way]}, 30 inbox pages open, ${place}`,
      measured: milliseconds(crowded[way][place]),
      floor: milliseconds(alone[way][place]),
      target: `≤ ${limits[place]} ms`,
      met: crowded[way][place] <= limits[place],
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
      ratio: `${ratio.toFixed(2)} ×`,
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

export function readingFigure({ database, page, small, large }: ReadingResult): Figure {
  return comparison(`${page}, ${database}, p50 at 1,000,000 messages`, large, small)
}

export function narrowedFigure({ database, page, narrowed, plain }: NarrowedResult): Figure {
  return comparison(`inbox by ${page}, ${database}, p50`, narrowed, plain)
}

/** Servers read messages without a limit that we set: of them only exact searches have a target. */
export function searchFigure({ database, what, isExact, found, plain }: SearchResult): Figure {
  const { met, target, ...figure } = comparison(
    `search for ${what}, ${database}, p50`,
    found,
    plain
  )
  if (!isExact && database !== 'SQLite') return figure
  const most = isExact ? EXACT_SEARCH : INDEXED_SEARCH
  return { ...figure, target: `≤ ${times(most)}`, met: found.p50 / plain.p50 <= most }
}

export function exportFigures(result: ExportResult): Figure[] {
  const { database, rows, seconds, grewBy, meanwhile, alone } = result
  const all = `export of ${rows.toLocaleString('en')} conversations, ${database}`
  return [
    { what: `${all}, rows per second`, measured: (rows / seconds).toFixed(0) },
    {
      what: `${all}, memory beyond what was held before`,
      measured: `${(grewBy / KB / KB).toFixed(0)} MB`,
      target: `≤ ${EXPORT_MB} MB`,
      met: grewBy <= EXPORT_MB * KB * KB,
    },
    {
      what: `${all}, another page meanwhile, p50`,
      measured: middleAndWorst(meanwhile),
      floor: middleAndWorst(alone),
      ratio: times(meanwhile.p50 / alone.p50),
    },
  ]
}

function comparison(what: string, measured: Spread, floor: Spread): Figure {
  const ratio = measured.p50 / floor.p50
  return {
    what,
    measured: middleAndWorst(measured),
    floor: middleAndWorst(floor),
    ratio: times(ratio),
    target: `≤ ${times(CONSTANT)}`,
    met: ratio <= CONSTANT,
  }
}

const DASHBOARD_MS = 100

export function dashboardFigure({ database, page, times: { p50, p95 } }: DashboardResult): Figure {
  return {
    what: `dashboard, ${page}, ${database}, p95 at 100,000 conversations`,
    measured: `${milliseconds(p95)} (p50 ${milliseconds(p50)})`,
    target: `≤ ${milliseconds(DASHBOARD_MS)}`,
    met: p95 <= DASHBOARD_MS,
  }
}
