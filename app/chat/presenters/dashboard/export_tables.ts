import type { Report } from '#chat/services/analytics/analytics'
import type { Durations } from '#chat/services/analytics/metrics'
import type { CsvValue } from '#chat/support/csv'
import { text } from '#chat/texts/text'

/** Figures are exported unrounded where they are counts, else to the second or the hundredth. */
const seconds = (value: number | null) => (value === null ? '' : Math.round(value))
const hundredths = (value: number | null) => (value === null ? '' : Math.round(value * 100) / 100)
const threeOf = ({ average, median, p90 }: Durations) => [average, median, p90].map(seconds)

const agentHeadings = () => [
  text('dashboard.agents.agent'),
  text('dashboard.figures.conversations'),
  text('dashboard.csv.answered'),
  text('dashboard.csv.response_average'),
  text('dashboard.csv.response_median'),
  text('dashboard.csv.response_p90'),
  text('dashboard.agents.resolved'),
  text('dashboard.csv.resolution_average'),
  text('dashboard.csv.resolution_median'),
  text('dashboard.csv.resolution_p90'),
  text('dashboard.csv.rating'),
  text('dashboard.csv.ratings'),
]

/** One of the tables that can be exported. */
export const dashboardTable = (name: 'agents' | 'time', report: Report) =>
  name === 'time' ? timeTable(report) : agentsTable(report)

/** A row per agent. */
function* agentsTable({ agents }: Report): Generator<CsvValue[]> {
  yield agentHeadings()
  for (const { agentId, name, metrics } of agents) {
    yield [
      name ??
        (agentId === null ? text('dashboard.agents.unassigned') : text('dashboard.agents.former')),
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
function* timeTable({ series, timeZone }: Report): Generator<CsvValue[]> {
  yield [
    text('dashboard.csv.from', { zone: timeZone }),
    text('dashboard.started'),
    text('dashboard.agents.resolved'),
    text('dashboard.csv.response_average'),
  ]
  for (const { from, started, resolved, responseAverage } of series.points) {
    const begins =
      series.unit === 'hour' ? from.toISO({ suppressMilliseconds: true }) : from.toISODate()
    yield [begins!, started, resolved, seconds(responseAverage)]
  }
}
