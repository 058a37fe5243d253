import { csv, one, type Operations } from '#chat/openapi/operation'
import { analyticsShape } from '#chat/transformers/api/analytics'
import { dashboardShape } from '#chat/transformers/api/dashboard'
import { analyticsExportValidator, analyticsValidator } from '#chat/validators/api/analytics'
import { dashboardValidator } from '#chat/validators/api/conversation'

const tag = 'Dashboard'

/** What the routes about figures do. */
export const analyticsOperations: Operations = {
  'dashboard': {
    tag,
    summary: 'Get the dashboard',
    description: 'Figures, open conversations with the newest activity, and the active widgets.',
    query: dashboardValidator,
    responses: { 200: one(dashboardShape, 'How things are now.') },
  },
  'analytics.show': {
    tag,
    summary: 'Get the figures of a period',
    description:
      'Of the last seven days unless `period` says otherwise; `custom` takes `from` and `to`, both included, at ' +
      'most 366 days. Days are those of `time_zone`. Figures are about the conversations that started in the period.',
    query: analyticsValidator,
    responses: { 200: one(analyticsShape, 'The figures.') },
  },
  'analytics.export': {
    tag,
    summary: 'Export the figures of a period',
    description: 'A row per agent, or with `table=time` per hour, day or week.',
    query: analyticsExportValidator,
    responses: { 200: csv('A table.') },
  },
}
