import type { Child } from '../support/child.js'
import { deepCursor } from '../support/deep_cursor.js'
import { timePages, type Pages } from '../support/page_times.js'
import type { Spread } from '../support/statistics.js'
import type { FilterIds } from '../support/population.js'
import type { Site } from '../support/site.js'

const PLAIN = 'no other filter'

const list = (filters: Record<string, string>) =>
  `/chat/list?${new URLSearchParams({ filter: 'open', ...filters })}`
const all = ({ widget, label, agent }: FilterIds, priority: string) => ({
  widget,
  label,
  agent,
  priority,
})

const PAGES: Pages = {
  [PLAIN]: () => list({}),
  'widget, usual': ({ usual: { widget } }) => list({ widget }),
  'widget, rare': ({ rare: { widget } }) => list({ widget }),
  'widget, usual, closed, deep page': (site) =>
    list({ filter: 'closed', widget: site.usual.widget, cursor: deepCursor(site) }),
  'label, usual': ({ usual: { label } }) => list({ label }),
  'label, rare': ({ rare: { label } }) => list({ label }),
  'label, usual, deep page': (site) => list({ label: site.usual.label, cursor: deepCursor(site) }),
  'agent, usual': ({ usual: { agent } }) => list({ agent }),
  'agent, rare': ({ rare: { agent } }) => list({ agent }),
  'priority, usual': () => list({ priority: 'normal' }),
  'priority, rare': () => list({ priority: 'urgent' }),
  'all four, usual': ({ usual }) => list(all(usual, 'normal')),
  'all four, usual, deep page': (site) =>
    list({ ...all(site.usual, 'normal'), cursor: deepCursor(site) }),
  'all four, rare': ({ rare }) => list(all(rare, 'urgent')),
  'label and priority that never meet': ({ usual: { label } }) => list({ label, priority: 'high' }),
}

export interface FilteredResult {
  database: string
  page: string
  filtered: Spread
  plain: Spread
}

/** A list under filters beside the same list without them, with the tabs' counts that come along. */
export async function measureFiltered(reader: Child, site: Site): Promise<FilteredResult[]> {
  const [times] = await timePages(reader, [site], PAGES)
  return Object.keys(PAGES)
    .filter((page) => page !== PLAIN)
    .map((page) => ({
      database: site.database,
      page,
      filtered: times[page],
      plain: times[PLAIN],
    }))
}
