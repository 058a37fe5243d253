import type { DashboardResult } from '../figures/dashboard.js'
import type { ExportResult } from '../figures/export.js'
import type { FilteredResult } from '../figures/filtered.js'
import type { ReadingResult } from '../figures/reading.js'
import type { SearchResult } from '../figures/search.js'
import type { Spread } from './statistics.js'
import type { Figure } from './report.js'
import { MB, megabytes, middleAndWorst, milliseconds, times } from './units.js'

const DASHBOARD_MS = 100

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

export function readingFigure({ database, page, small, large }: ReadingResult): Figure {
  return comparison(`${page}, ${database}, p50 at 1,000,000 messages`, large, small)
}

export function filteredFigure({ database, page, filtered, plain }: FilteredResult): Figure {
  return comparison(`inbox by ${page}, ${database}, p50`, filtered, plain)
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
      measured: megabytes(grewBy),
      target: `≤ ${EXPORT_MB} MB`,
      met: grewBy <= EXPORT_MB * MB,
    },
    {
      what: `${all}, another page meanwhile, p50`,
      measured: middleAndWorst(meanwhile),
      floor: middleAndWorst(alone),
      ratio: times(meanwhile.p50 / alone.p50),
    },
  ]
}

export function dashboardFigure({ database, page, times: { p50, p95 } }: DashboardResult): Figure {
  return {
    what: `dashboard, ${page}, ${database}, p95 at 100,000 conversations`,
    measured: `${milliseconds(p95)} (p50 ${milliseconds(p50)})`,
    target: `≤ ${milliseconds(DASHBOARD_MS)}`,
    met: p95 <= DASHBOARD_MS,
  }
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
