import type { Read } from '../processes/reader.js'
import type { Child } from './child.js'
import { spread } from './statistics.js'
import type { Site } from './site.js'

const ROUNDS = 6
const TIMES = 25

/** What is read: a name for the results, and the address on a site. */
export type Pages = Record<string, (site: Site) => string>

/**
 * Milliseconds per page and site over HTTP as an agent. Reads from all sites in turn, each first in
 * every second round; the first round only warms up.
 */
export async function timePages(reader: Child, sites: Site[], pages: Pages, times = TIMES) {
  const names = Object.keys(pages)
  const gathered = sites.map(() => names.map((): number[] => []))
  for (let round = 0; round <= ROUNDS; round++) {
    const turns = [...sites.entries()]
    if (round % 2) turns.reverse()
    for (const [which, site] of turns) {
      const paths = names.map((name) => pages[name](site))
      const { port, cookie } = site
      const latencies = await reader.ask<Read>({ port, paths, cookie, times })
      if (round > 0) latencies.forEach((some, index) => gathered[which][index].push(...some))
    }
  }
  return gathered.map((perPage) =>
    Object.fromEntries(perPage.map((samples, index) => [names[index], spread(samples)]))
  )
}
