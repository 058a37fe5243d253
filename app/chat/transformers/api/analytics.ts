import type { AgentReport } from '#chat/services/analytics/agent_reports'
import type { Report } from '#chat/services/analytics/analytics'
import type { Durations, Metrics } from '#chat/services/analytics/metrics'
import { PERIODS } from '#chat/services/analytics/period'
import type { Point } from '#chat/services/analytics/series'
import { shape } from '#chat/transformers/api/fields'

const durationsShape = shape<Durations>(
  'Durations',
  'Seconds; null while nothing was measured.',
  (field) => ({
    count: field.integer((durations) => durations.count, 'How many were measured.'),
    average: field.orNull.number((durations) => durations.average),
    median: field.orNull.number((durations) => durations.median),
    p90: field.orNull.number((durations) => durations.p90, 'Nine of ten took no longer.'),
  })
)

const ratingShape = shape<Metrics['rating']>('RatingFigures', 'Stars, from 1 to 5.', (field) => ({
  average: field.orNull.number((rating) => rating.average),
  count: field.integer((rating) => rating.count),
}))

const metricsShape = shape<Metrics>(
  'Metrics',
  'Figures of the conversations that started in a period, whatever happened to them later.',
  (field) => ({
    started: field.integer((metrics) => metrics.started),
    answered: field.integer((metrics) => metrics.answered),
    resolved: field.integer((metrics) => metrics.resolved),
    first_response: field.part(durationsShape, (metrics) => metrics.response),
    resolution: field.part(durationsShape, (metrics) => metrics.resolution),
    rating: field.part(ratingShape, (metrics) => metrics.rating),
  })
)

const pointShape = shape<Point>('Point', 'One hour, day or week.', (field) => ({
  from: field.timestamp((point) => point.from, 'When it begins.'),
  started: field.integer((point) => point.started),
  resolved: field.integer((point) => point.resolved, 'Of those that started then.'),
  average_response_time: field.orNull.number((point) => point.responseAverage, 'In seconds.'),
}))

const agentReportShape = shape<AgentReport>(
  'AgentFigures',
  'The figures of one agent.',
  (field) => ({
    agent_id: field.orNull.integer((report) => report.agentId, 'Null for unassigned ones.'),
    name: field.orNull.text((report) => report.name),
    metrics: field.part(metricsShape, (report) => report.metrics),
  })
)

const DAY = { format: 'date' }

/** A period's figures as the API shows them. */
export const analyticsShape = shape<Report>('Analytics', 'The figures of a period.', (field) => ({
  period: field.choice(PERIODS, ({ period }) => period.name),
  from: { ...field.text(({ period }) => period.from), schema: { type: 'string', ...DAY } },
  to: { ...field.text(({ period }) => period.to), schema: { type: 'string', ...DAY } },
  time_zone: field.text((report) => report.timeZone, 'In which days begin and end.'),
  metrics: field.part(metricsShape, (report) => report.metrics),
  unit: field.choice(['hour', 'day', 'week'], ({ series }) => series.unit, 'Of each point.'),
  points: field.parts(pointShape, ({ series }) => series.points),
  agents: field.parts(agentReportShape, (report) => report.agents),
}))
