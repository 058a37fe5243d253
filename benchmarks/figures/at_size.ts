import { start } from '../support/child.js'
import type { Engine } from '../support/database.js'
import { PRODUCT_PORT } from '../support/environment.js'
import { dashboardFigure, narrowedFigure, readingFigure } from '../support/figures_of.js'
import type { Figure } from '../support/report.js'
import { openSite } from '../support/site.js'
import { measureDashboard } from './dashboard.js'
import { measureNarrowed } from './narrowed.js'
import { measureReading } from './reading.js'

const SMALL = 1_000
const LARGE = 100_000

/** All that is about a long history: one is written per database, and every figure reads it. */
export async function* figuresAtSize(engine: Engine): AsyncGenerator<Figure[]> {
  const small = await openSite(engine, 'small', SMALL, PRODUCT_PORT)
  const large = await openSite(engine, 'large', LARGE, PRODUCT_PORT + 2)
  const { child: reader } = await start('reader', {})
  try {
    yield (await measureReading(reader, small, large)).map(readingFigure)
    yield (await measureNarrowed(reader, large)).map(narrowedFigure)
    yield (await measureDashboard(reader, large)).map(dashboardFigure)
  } finally {
    await reader.stop()
    await Promise.all([small, large].map((site) => site.close()))
  }
}
