import type { Report } from '#chat/services/analytics/analytics'
import type { Durations } from '#chat/services/analytics/metrics'
import type { CsvValue } from '#chat/support/csv'

/** Figures are exported unrounded where they are counts, else to the second or the hundredth. */
const seconds = (value: number | null) => (value === null ? '' : Math.round(value))
const hundredths = (value: number | null) => (value === null ? '' : Math.round(value * 100) / 100)
const threeOf = ({ average, median, p90 }: Durations) => [average, median, p90].map(seconds)

const AGENT_HEADINGS = [
  'Agent',
  'Conversations',
  'Answered',
  'First response, average (s)',
  'First response, median (s)',
  'First response, 90th percentile (s)',
  'Resolved',
  'Resolution, average (s)',
  'Resolution, median (s)',
  'Resolution, 90th percentile (s)',
  'Rating, average',
  'Ratings',
]

/** A row per agent. */
export function* agentsTable({ agents }: Report): Generator<CsvValue[]> {
  yield AGENT_HEADINGS
  for (const { agentId, name, metrics } of agents) {
    yield [
      name ?? (agentId === null ? 'Nobody yet' : 'Former agent'),
      metrics.started,
      metrics.answered,
      ...threeOf(metrics.response),
      metrics.resolved,
      ...threeOf(metrics.resolution),
      hundredths(metrics.rating.average),
      metrics.rating.count,
    ]
  }
}

/** A row per hour, day or week, with the local time at which it begins. */
export function* timeTable({ series, timeZone }: Report): Generator<CsvValue[]> {
  yield [`From (${timeZone})`, 'Started', 'Resolved since', 'First response, average (s)']
  for (const { from, started, resolved, responseAverage } of series.points) {
    const begins =
      series.unit === 'hour' ? from.toISO({ suppressMilliseconds: true }) : from.toISODate()
    yield [begins!, started, resolved, seconds(responseAverage)]
  }
}
