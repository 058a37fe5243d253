import { DateTime } from 'luxon'
import { encodeCursor } from '#chat/services/page_cursor'
import { createDatabase, type Engine } from '../support/database.js'
import { runOnce, start, type Child } from '../support/child.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import { logIn } from '../support/agent_session.js'
import { HISTORY_BEGAN, SECONDS_APART } from '../support/history.js'
import type { Populated } from '../support/population.js'
import type { Read } from '../processes/reader.js'
import { percentile } from '../support/statistics.js'

const SMALL = 1_000
const LARGE = 100_000
const ROUNDS = 6
const TIMES = 25

/** What is read, in the order of `pathsOf`. */
const PAGES = ['inbox, open', 'inbox, open, deep page', 'inbox, mine', 'thread']

export interface ReadingResult {
  database: string
  page: string
  small: number
  large: number
}

/** p95 of inbox lists and a thread, over HTTP as an agent, with little history and with much. */
export async function measureReading(engine: Engine): Promise<ReadingResult[]> {
  const small = await openSite(engine, 'small', SMALL, PRODUCT_PORT)
  const large = await openSite(engine, 'large', LARGE, PRODUCT_PORT + 2)
  const { child: reader } = await start('reader', {})
  try {
    const [fromSmall, fromLarge] = await alternate(reader, [small, large])
    return PAGES.map((page, index) => ({
      database: small.database.label,
      page,
      small: percentile(fromSmall[index], 0.95),
      large: percentile(fromLarge[index], 0.95),
    }))
  } finally {
    await Promise.all([small.child, large.child, reader].map((child) => child.stop()))
    await Promise.all([small.database.remove(), large.database.remove()])
  }
}

type Site = Awaited<ReturnType<typeof openSite>>

async function openSite(engine: Engine, name: string, conversations: number, port: number) {
  const database = await createDatabase(engine, name)
  const env = productionEnv(database, port)
  const wanted = { visitors: 0, agents: 6, conversations }
  const { agents, historical } = await runOnce<Populated>('prepare', env, wanted)
  const { child } = await start('server', env)
  const cookie = await logIn(env.APP_URL, agents[0])
  const half = (conversations / 2) * SECONDS_APART
  const moment = DateTime.fromSeconds(HISTORY_BEGAN + half, { zone: 'utc' })
  const paths = [
    '/chat/list?filter=open',
    `/chat/list?filter=open&cursor=${encodeCursor({ moment, id: 1 })}`,
    '/chat/list?filter=mine',
    `/chat/${historical}/messages`,
  ]
  return { database, child, port, cookie, paths }
}

/** Reads from all sites in turn, each first in every second round; the first round only warms up. */
async function alternate(reader: Child, sites: Site[]) {
  const gathered = sites.map(() => PAGES.map((): number[] => []))
  for (let round = 0; round <= ROUNDS; round++) {
    const turns = [...sites.entries()]
    if (round % 2) turns.reverse()
    for (const [which, { port, paths, cookie }] of turns) {
      const latencies = await reader.ask<Read>({ port, paths, cookie, times: TIMES })
      if (round > 0) latencies.forEach((some, index) => gathered[which][index].push(...some))
    }
  }
  return gathered
}
