import type { Child } from '../support/child.js'
import { FIRST_NUMBER, WORDS } from '../support/history_statements.js'
import { timePages, type Pages } from '../support/page_times.js'
import type { Spread } from '../support/statistics.js'
import type { Site } from '../support/site.js'

/** Fewer than for other pages: a search may look at a lot. */
const TIMES = 8
const PLAIN = 'nothing'

const list = (q?: string) =>
  `/chat/list?${new URLSearchParams({ filter: 'all', ...(q ? { q } : {}) })}`
const middle = ({ conversations }: Site) => FIRST_NUMBER + conversations / 2

const PAGES: Pages = {
  [PLAIN]: () => list(),
  'a number': (site) => list(`C${middle(site)}`),
  'a name': (site) => list(`Visitor ${middle(site)}`),
  'an e-mail address': (site) => list(`visitor${middle(site)}@example.com`),
  'a common word': () => list(WORDS.common),
  'a rare word': () => list(WORDS.rare),
  'a word in no message': () => list(WORDS.absent),
}

export interface SearchResult {
  database: string
  what: string
  isExact: boolean
  found: Spread
  plain: Spread
}

/** What is looked up in an index of its own, on every database. */
const EXACT = ['a number', 'an e-mail address']

/** The first page of a search over all conversations beside the first page of the same list. */
export async function measureSearch(reader: Child, site: Site): Promise<SearchResult[]> {
  await site.server.ask({ searchIndex: 'fill' })
  const [times] = await timePages(reader, [site], PAGES, TIMES)
  return Object.keys(PAGES)
    .filter((what) => what !== PLAIN)
    .map((what) => ({
      database: site.database,
      what,
      isExact: EXACT.includes(what),
      found: times[what],
      plain: times[PLAIN],
    }))
}
