/** The values that decide a conversation's position in a list; timestamps in ms. */
export interface Sortable {
  at: number
  waitingSince: number | null
  priority: string
  id: number
}

/** From the least to the most urgent. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const

/** Sort keys by which server and browser order rows: the higher comes first. */
export function sortKeys({ at, waitingSince, priority, id }: Sortable, sort: string | null) {
  if (sort === 'priority') return [PRIORITIES.findIndex((each) => each === priority), at, id]
  if (sort !== 'waiting') return [0, at, id]
  return waitingSince === null ? [0, at, id, 0] : [1, -waitingSince, -at, -id]
}
