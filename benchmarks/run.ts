import { loadavg } from 'node:os'
import { figuresAtSize } from './figures/at_size.js'
import { measureBytes } from './figures/bytes.js'
import { measureDrawn } from './figures/drawn.js'
import { measureInteractive } from './figures/interactive.js'
import { measureDelivery } from './figures/delivery.js'
import { measureErasing } from './figures/erasing.js'
import { measureMail } from './figures/mail.js'
import { measurePush } from './figures/push.js'
import { measureWrites } from './figures/writes.js'
import { measureCalm } from './figures/calm.js'
import { measureProcesses } from './figures/processes.js'
import { measureRedisAway } from './figures/redis_away.js'
import { measureRestart } from './figures/restart.js'
import { measureSoak } from './figures/soak.js'
import { measureStreams } from './figures/streams.js'
import { hasRedis } from '../tests/helpers/redis_process.js'
import { serverVersion, sqliteVersion } from './support/database.js'
import * as figuresOf from './support/figures_of.js'
import { erasingFigures, mailFigure, pushFigures } from './support/figures_of_due.js'
import { writesFigures } from './support/figures_of_writes.js'
import * as processes from './support/figures_of_processes.js'
import * as scale from './support/figures_of_scale.js'
import { profileTable } from './support/profile_table.js'
import { keepResults, machineLines, tableOf, type Figure } from './support/report.js'

/**
 * `npm run bench`: all figures, one after the other; prints them and keeps them in RESULTS.md. Takes
 * about twenty minutes on two cores.
 */
const [loadBefore] = loadavg()
const servers = { mysql: await serverVersion('mysql'), pg: await serverVersion('pg') }
const engines = (['sqlite', 'mysql', 'pg'] as const).filter(
  (engine) => engine === 'sqlite' || servers[engine]
)
const versions = [await sqliteVersion(), servers.mysql, servers.pg].filter((each) => each !== null)
const figures: Figure[] = []
const profiles: string[] = []
const note = (...some: Figure[]) => {
  figures.push(...some)
  console.log(tableOf(some).split('\n').slice(2).join('\n'))
}

note(...figuresOf.bytesFigures(await measureBytes()))
note(figuresOf.interactiveFigure(await measureInteractive()))
for (const engine of engines) {
  const writes = await measureWrites(engine)
  note(...writesFigures(writes))
  for (const [writers, profile] of Object.entries(writes.profiles)) {
    profiles.push(`### ${writes.database}, ${writers}\n\n${profileTable(profile)}`)
  }
}
note(...figuresOf.deliveryFigures(await measureDelivery()))
note(...figuresOf.drawnFigures(await measureDrawn()))
note(...scale.streamsFigures(await measureStreams()))
note(...scale.soakFigures(await measureSoak()))
for (const engine of engines) note(...scale.calmFigures(await measureCalm(engine)))
note(mailFigure(await measureMail()))
note(...pushFigures(await measurePush()))
for (const engine of engines) note(...erasingFigures(await measureErasing(engine)))
if (hasRedis) {
  const engine = servers.mysql ? 'mysql' : 'sqlite'
  note(...processes.processesFigures(await measureProcesses(engine)))
  note(...processes.restartFigures(await measureRestart(engine)))
  note(...processes.redisAwayFigures(await measureRedisAway(engine)))
}
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
  machineLines(versions, loadBefore).join('\n'),
  tableOf(figures),
  '## Where the time of a write goes',
  'Share of the time that the server process was busy while visitors, or an agent, wrote as fast as they could.',
  ...profiles,
]
keepResults(sections)
console.log(`\n${sections.slice(3, 5).join('\n\n')}`)
process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0
