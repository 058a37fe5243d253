import { DateTime } from 'luxon'
import { createDatabase, type Engine } from '../support/database.js'
import { runOnce, start } from '../support/child.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import { logIn } from '../support/agent_session.js'
import { HISTORY_BEGAN, SECONDS_APART } from '../support/history.js'
import type { Populated } from '../support/population.js'
import type { Read } from '../processes/reader.js'
import { percentile } from '../support/statistics.js'

const CONVERSATIONS = 100_000
const ROUNDS = 4
const TIMES = 10

/** What is read, in the order of `pathsOf`. */
const PAGES = ['all conversations in one period', 'today', 'one widget']

export interface DashboardResult {
  database: string
  page: string
  p95: number
}

/** p95 of the dashboard over HTTP as an agent, with all of a long history within one period. */
export async function measureDashboard(engine: Engine): Promise<DashboardResult[]> {
  const database = await createDatabase(engine, 'dashboard')
  const env = productionEnv(database, PRODUCT_PORT + 4)
  const wanted = { visitors: 0, agents: 6, conversations: CONVERSATIONS }
  const { agents, widget } = await runOnce<Populated>('prepare', env, wanted)
  const { child: server } = await start('server', env)
  const { child: reader } = await start('reader', {})
  try {
    const cookie = await logIn(env.APP_URL, agents[0])
    const ask = { port: PRODUCT_PORT + 4, paths: pathsOf(widget), cookie }
    await reader.ask<Read>({ ...ask, times: 2 })
    const gathered = PAGES.map((): number[] => [])
    for (let round = 0; round < ROUNDS; round++) {
      const latencies = await reader.ask<Read>({ ...ask, times: TIMES })
      latencies.forEach((some, index) => gathered[index].push(...some))
    }
    return PAGES.map((page, index) => ({
      database: database.label,
      page,
      p95: percentile(gathered[index], 0.95),
    }))
  } finally {
    await Promise.all([server, reader].map((child) => child.stop()))
    await database.remove()
  }
}

function pathsOf(widget: string) {
  const day = (seconds: number) => DateTime.fromSeconds(seconds, { zone: 'utc' }).toISODate()
  const end = HISTORY_BEGAN + CONVERSATIONS * SECONDS_APART
  const all = `period=custom&from=${day(HISTORY_BEGAN)}&to=${day(end)}`
  return [
    `/chat/dashboard?${all}`,
    '/chat/dashboard?period=today',
    `/chat/dashboard?${all}&widget=${widget}`,
  ]
}
