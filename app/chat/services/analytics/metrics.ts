import type { Tally } from '#chat/services/analytics/tally'

/** In seconds; null when nothing was measured. */
export interface Durations {
  count: number
  average: number | null
  median: number | null
  p90: number | null
}

/** The figures of a set of conversations. */
export interface Metrics {
  started: number
  answered: number
  resolved: number
  response: Durations
  resolution: Durations
  rating: { average: number | null; count: number }
}

/**
 * The definition of each figure, shared by the page, the export and the API.
 *
 * A period's figures cover the conversations that *started* in it: their first message was sent on one of its local
 * days. Later events count to that same day, so yesterday's figures change when yesterday's conversations are
 * resolved or rated today.
 *
 * - started: conversations, whether an agent, a bot or no one answered them.
 * - answered, response: those with a public reply of an agent, and the seconds until the first one.
 * - resolved, resolution: those that are resolved and not reopened, and the seconds until then.
 * - rating: stars (1 to 5) of those that were rated.
 *
 * An agent's figures cover the conversations currently assigned to them: a transfer moves the figures along. Ratings
 * stay with the agent who had the conversation when it was rated.
 */
export function metricsOf(tallies: Tally[]): Metrics {
  const response = durationsOf(tallies.map(({ responseSeconds }) => responseSeconds))
  const resolution = durationsOf(tallies.map(({ resolutionSeconds }) => resolutionSeconds))
  const ratings = sumOf(tallies.map(({ ratingCount }) => ratingCount))
  const stars = sumOf(tallies.map(({ ratingSum }) => ratingSum))
  return {
    started: sumOf(tallies.map(({ started }) => started)),
    answered: response.count,
    resolved: resolution.count,
    response,
    resolution,
    rating: { average: ratings ? stars / ratings : null, count: ratings },
  }
}

function durationsOf(parts: number[][]): Durations {
  const sorted = together(parts).sort()
  return {
    count: sorted.length,
    average: sorted.length ? sumOf(sorted) / sorted.length : null,
    median: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
  }
}

/** Typed arrays of whole seconds: sorting a hundred thousand takes a few milliseconds. */
function together(parts: number[][]): Int32Array {
  const all = new Int32Array(sumOf(parts.map(({ length }) => length)))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function sumOf(values: number[] | Int32Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/**
 * The percentile of a sorted array, interpolated between neighbours as spreadsheets do (PERCENTILE.INC), so that an
 * export can be checked with one.
 */
function percentile(sorted: Int32Array, share: number): number | null {
  if (sorted.length === 0) return null
  const rank = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]]
  const value = below + (above - below) * (rank - Math.floor(rank))
  return Math.round(value * 1000) / 1000
}
