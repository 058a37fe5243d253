import { performance } from 'node:perf_hooks'
import type { Read } from '../processes/reader.js'
import type { Memory } from '../processes/server.js'
import type { Child } from '../support/child.js'
import { spread, type Spread } from '../support/statistics.js'
import type { Site } from '../support/site.js'

const EVERYTHING = '/chat/export.csv?filter=all'
const LITTLE = (site: Site) => `/chat/export.csv?filter=closed&widget=${site.rare.widget}`
const OTHER_PAGE = '/chat/list?filter=open'
const TIMES = 10
const IDLE_ROUNDS = 10

export interface ExportResult {
  database: string
  rows: number
  seconds: number
  /** Bytes that the server held at its worst, beyond what it held before. */
  grewBy: number
  /** Another page, while the export runs and while nothing else does. */
  meanwhile: Spread
  alone: Spread
}

/** All conversations as one CSV file, read as fast as it comes, and what others feel of it. */
export async function measureExport(reader: Child, site: Site): Promise<ExportResult> {
  await download(site, LITTLE(site))
  const alone: number[] = []
  for (let round = 0; round < IDLE_ROUNDS; round++) alone.push(...(await otherPage(reader, site)))

  const before = await site.server.ask<Memory>({ memory: 'watch' })
  const exported = { rows: 0, seconds: 0, isDone: false }
  const startedAt = performance.now()
  const exporting = download(site, EVERYTHING).then((rows) => {
    Object.assign(exported, { rows, seconds: (performance.now() - startedAt) / 1000, isDone: true })
  })
  const meanwhile: number[] = []
  while (!exported.isDone) meanwhile.push(...(await otherPage(reader, site)))
  await exporting
  const { peak } = await site.server.ask<Memory>({ memory: 'peak' })
  return {
    database: site.database,
    rows: exported.rows,
    seconds: exported.seconds,
    grewBy: peak - before.peak,
    meanwhile: spread(meanwhile),
    alone: spread(alone),
  }
}

async function otherPage(reader: Child, { port, cookie }: Site) {
  const [latencies] = await reader.ask<Read>({ port, cookie, paths: [OTHER_PAGE], times: TIMES })
  return latencies
}

/** Reads a file to its end; answers with its lines, but for the heading. */
async function download({ port, cookie }: Site, path: string) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Cookie: cookie } })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  let lines = 0
  for await (const chunk of answer.body!) {
    for (const byte of chunk) if (byte === 10) lines += 1
  }
  return lines - 1
}
