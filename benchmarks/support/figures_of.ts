import type { BytesResult } from '../figures/bytes.js'
import type { DashboardResult } from '../figures/dashboard.js'
import type { DeliveryResult } from '../figures/delivery.js'
import type { DrawnResult } from '../figures/drawn.js'
import type { ExportResult } from '../figures/export.js'
import type { NarrowedResult } from '../figures/narrowed.js'
import type { ReadingResult } from '../figures/reading.js'
import type { SearchResult } from '../figures/search.js'
import type { WritesResult } from '../figures/writes.js'
import type { Spread } from './page_times.js'
import type { Figure } from './report.js'

const KB = 1024
const LOADER_BYTES = 2.5 * KB
const WIDGET_BYTES = 20 * KB
const INBOX_BYTES = 90 * KB
const OPENING_REQUESTS = 3
const WRITE_SHARE: Record<string, number> = { SQLite: 0.12, MariaDB: 0.3, MySQL: 0.3 }

/**
 * A page is constant in size when with a hundred times the history it takes at most this much longer,
 * and a filter costs nothing when the page takes at most this much longer than without it.
 */
const CONSTANT = 1.5

/** Far less than the file itself and its conversations would take at once. */
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

export function writesFigure({ database, product, floor, shares }: WritesResult): Figure {
  const target = WRITE_SHARE[database]
  return {
    what: `visitor messages per second, ${database}`,
    measured: product.toFixed(0),
    floor: floor.toFixed(0),
    ratio: `${percent(product / floor)} (rounds: ${shares.map(percent).join(' to ')})`,
    target: `≥ ${percent(target)}`,
    met: product / floor >= target,
  }
}

export function deliveryFigures({ crowded, alone }: DeliveryResult): Figure[] {
  return (['p50', 'p95', 'p99'] as const).map((place) => ({
    what: `POST to agent's frame, 1,000 visitor and 50 agent streams open, ${place}`,
    measured: milliseconds(crowded[place]),
    floor: milliseconds(alone[place]),
    ratio: times(crowded[place] / alone[place]),
  }))
}

/** Ends in the DOM of a real browser; the floor is the same with no other page open. */
export function drawnFigures({ alone, crowded }: DrawnResult): Figure[] {
  const limits = { p50: 15, p95: 40 }
  const what = "visitor's POST to the agent's screen, 30 inbox pages open"
  const latencies = (['p50', 'p95'] as const).map((place) => ({
    what: `${what}, ${place}`,
    measured: milliseconds(crowded.toAgent[place]),
    floor: milliseconds(alone.toAgent[place]),
    target: `≤ ${limits[place]} ms`,
    met: crowded.toAgent[place] <= limits[place],
  }))
  const ratio = crowded.cpu / alone.cpu
  return [
    ...latencies,
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

/** What a search may take longer than a list is not decided here: the ratio is for comparing. */
export function searchFigure({ database, what, found, plain }: SearchResult): Figure {
  const { met, target, ...figure } = comparison(
    `search for ${what}, ${database}, p50`,
    found,
    plain
  )
  return figure
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
