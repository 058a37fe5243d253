import type { Tally } from '#chat/services/analytics/tally'

/** Seconds, or null when nothing was measured. */
export interface Durations {
  count: number
  average: number | null
  median: number | null
  p90: number | null
}

/** Every figure of a set of conversations. */
export interface Metrics {
  started: number
  answered: number
  resolved: number
  response: Durations
  resolution: Durations
  rating: { average: number | null; count: number }
}

/**
 * What each figure means, for the page, the export and the API alike.
 *
 * A period's figures are about the conversations that *started* in it: their first message came on
 * one of its local days. What happens to them later still counts to that day, so yesterday's figures
 * change when yesterday's conversations are resolved or rated today.
 *
 * - started: conversations, whoever or whatever they were answered by.
 * - answered, response: those with a first public reply of an agent, and the seconds until it.
 * - resolved, resolution: those that are resolved and not reopened, and the seconds until then.
 * - rating: stars (1 to 5) of those that were rated.
 *
 * An agent's figures are those of the conversations that are the agent's now: who is given one takes
 * its figures along. Ratings stay with whoever had the conversation when it was rated.
 */
export function metricsOf(tally: Tally): Metrics {
  return {
    started: tally.started,
    answered: tally.responseSeconds.length,
    resolved: tally.resolutionSeconds.length,
    response: durationsOf(tally.responseSeconds),
    resolution: durationsOf(tally.resolutionSeconds),
    rating: {
      average: tally.ratingCount ? tally.ratingSum / tally.ratingCount : null,
      count: tally.ratingCount,
    },
  }
}

function durationsOf(seconds: number[]): Durations {
  const sorted = Float64Array.from(seconds).sort()
  return {
    count: sorted.length,
    average: averageOf(seconds),
    median: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
  }
}

export function averageOf(values: number[]): number | null {
  if (values.length === 0) return null
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/**
 * The value below which a share of all lies, between two values in proportion: as spreadsheets
 * compute it (PERCENTILE.INC), so that an export can be checked with one.
 */
function percentile(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  const value = below + (above - below) * (place - Math.floor(place))
  return Math.round(value * 1000) / 1000
}
