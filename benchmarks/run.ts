import { loadavg } from 'node:os'
import { figuresAtSize } from './figures/at_size.js'
import { measureBytes } from './figures/bytes.js'
import { measureDrawn } from './figures/drawn.js'
import { measureDelivery } from './figures/delivery.js'
import { measureWrites } from './figures/writes.js'
import { serverVersion, sqliteVersion } from './support/database.js'
import * as figuresOf from './support/figures_of.js'
import { profileTable } from './support/profile_table.js'
import { keepResults, machineLines, tableOf, type Figure } from './support/report.js'

/**
 * `npm run bench`: all figures, one after the other; prints them and keeps them in RESULTS.md. Takes
 * about ten minutes on two cores.
 */
const [loadBefore] = loadavg()
const server = await serverVersion()
const engines = server ? (['sqlite', 'mysql'] as const) : (['sqlite'] as const)
const figures: Figure[] = []
const profiles: string[] = []
const note = (...some: Figure[]) => {
  figures.push(...some)
  console.log(tableOf(some).split('\n').slice(2).join('\n'))
}

note(...figuresOf.bytesFigures(await measureBytes()))
for (const engine of engines) {
  const writes = await measureWrites(engine)
  note(figuresOf.writesFigure(writes))
  profiles.push(`### ${writes.database}\n\n${profileTable(writes.profile)}`)
}
note(...figuresOf.deliveryFigures(await measureDelivery()))
note(...figuresOf.drawnFigures(await measureDrawn()))
for (const engine of engines) {
  try {
    for await (const some of figuresAtSize(engine)) note(...some)
  } catch (error) {
    note({ what: `all further figures, ${engine}`, measured: String(error), met: false })
  }
}

const sections = [
  '# Benchmarks',
  'Written by `npm run bench`. Every ratio is to a floor of the same run, in alternating rounds: for ' +
    'writes a bare HTTP server with the bare driver on the same tables, for delivery one agent and ' +
    'no other stream, for reading a hundredth of the history, for filters the first page of the ' +
    'inbox without any.',
  'Pages are read over HTTP, one request after the other, by an agent who is logged in; ratios are of ' +
    'their medians. What else a machine has to do shows in the 95th and 99th percentile first: where ' +
    'its load was above its cores before the run, those say more about the machine than about this.',
  machineLines([await sqliteVersion(), ...(server ? [server] : [])], loadBefore).join('\n'),
  tableOf(figures),
  '## Where the time of a write goes',
  'Share of the time that the server process was busy while visitors wrote as fast as they could.',
  ...profiles,
]
keepResults(sections)
console.log(`\n${sections.slice(3, 5).join('\n\n')}`)
process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0
