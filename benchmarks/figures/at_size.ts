import { start } from '../support/child.js'
import type { Engine } from '../support/database.js'
import { PRODUCT_PORT } from '../support/environment.js'
import * as figuresOf from '../support/figures_of_reading.js'
import type { Figure } from '../support/report.js'
import { openSite } from '../support/site.js'
import { measureDashboard } from './dashboard.js'
import { measureExport } from './export.js'
import { measureFiltered } from './filtered.js'
import { measureReading } from './reading.js'
import { measureSearch } from './search.js'

const SMALL = 1_000
const LARGE = 100_000

/** All that is about a long history: one is written per database, and every figure reads it. */
export async function* figuresAtSize(engine: Engine): AsyncGenerator<Figure[]> {
  const small = await openSite(engine, 'small', SMALL, PRODUCT_PORT)
  const large = await openSite(engine, 'large', LARGE, PRODUCT_PORT + 2)
  const { child: reader } = await start('reader', {})
  try {
    yield (await measureReading(reader, small, large)).map(figuresOf.readingFigure)
    yield (await measureFiltered(reader, large)).map(figuresOf.filteredFigure)
    yield (await measureSearch(reader, large)).map(figuresOf.searchFigure)
    yield (await measureDashboard(reader, large)).map(figuresOf.dashboardFigure)
    yield figuresOf.exportFigures(await measureExport(reader, large))
  } finally {
    await reader.stop()
    await Promise.all([small, large].map((site) => site.close()))
  }
}
