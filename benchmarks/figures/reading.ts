import type { Child } from '../support/child.js'
import { deepCursor } from '../support/deep_cursor.js'
import { timePages, type Pages } from '../support/page_times.js'
import type { Spread } from '../support/statistics.js'
import type { Site } from '../support/site.js'

const PAGES: Pages = {
  'inbox, open': () => '/chat/list?filter=open',
  'inbox, open, deep page': (site) => `/chat/list?filter=open&cursor=${deepCursor(site)}`,
  'inbox, mine': () => '/chat/list?filter=mine',
  'thread': ({ historical }) => `/chat/${historical}/messages`,
}

export interface ReadingResult {
  database: string
  page: string
  small: Spread
  large: Spread
}

/** Inbox lists and a thread, with little history and with much. */
export async function measureReading(
  reader: Child,
  small: Site,
  large: Site
): Promise<ReadingResult[]> {
  const [fromSmall, fromLarge] = await timePages(reader, [small, large], PAGES)
  return Object.keys(PAGES).map((page) => ({
    database: large.database,
    page,
    small: fromSmall[page],
    large: fromLarge[page],
  }))
}
