import { DateTime } from 'luxon'
import type { Child } from '../support/child.js'
import { HISTORY_BEGAN, SECONDS_APART } from '../support/history_statements.js'
import { timePages, type Pages } from '../support/page_times.js'
import type { Spread } from '../support/statistics.js'
import type { Site } from '../support/site.js'

/** All of the history lies within one year, the longest period that there is. */
function wholeHistory({ conversations }: Site) {
  const day = (seconds: number) => DateTime.fromSeconds(seconds, { zone: 'utc' }).toISODate()
  const end = HISTORY_BEGAN + conversations * SECONDS_APART
  return `period=custom&from=${day(HISTORY_BEGAN)}&to=${day(end)}`
}

const PAGES: Pages = {
  'all conversations in one period': (site) => `/chat/dashboard?${wholeHistory(site)}`,
  'today': () => '/chat/dashboard?period=today',
  'one widget': (site) => `/chat/dashboard?${wholeHistory(site)}&widget=${site.usual.widget}`,
}

export interface DashboardResult {
  database: string
  page: string
  times: Spread
}

/** The dashboard over HTTP as an agent, once its days are counted. */
export async function measureDashboard(reader: Child, site: Site): Promise<DashboardResult[]> {
  const [times] = await timePages(reader, [site], PAGES)
  return Object.keys(PAGES).map((page) => ({
    database: site.database,
    page,
    times: times[page],
  }))
}
