import type { SelfTimes } from './profiler.js'
import { markdownTable } from './report.js'
import { percent } from './units.js'

const ROWS = 16

/** Where a process' time went: the share of each package, file of ours and part of Node. */
export function profileTable(profile: SelfTimes) {
  const places = Object.entries(profile).sort(([, left], [, right]) => right - left)
  const total = places.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
  const share = (milliseconds: number) => percent(milliseconds / total)
  const rest = places.slice(ROWS).reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
  return markdownTable([
    ['where', 'share'],
    ...places.slice(0, ROWS).map(([place, milliseconds]) => [place, share(milliseconds)]),
    ['everything else', share(rest)],
  ])
}
