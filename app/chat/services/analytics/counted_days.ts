import DailyFigures from '#chat/models/daily_figures'
import type { Day } from '#chat/services/analytics/local_days'
import type { Period } from '#chat/services/analytics/period'
import type { Tally } from '#chat/services/analytics/tally'

/** What the conversations of one local day, widget and agent come to. */
export interface CountedDay extends Tally {
  day: Day
  /** 0 for nobody. */
  agentId: number
}

interface Row {
  day: string
  agent_id: number
  started: number
  response_seconds: string
  resolution_seconds: string
  rating_sum: number
  rating_count: number
}

/**
 * What was counted for the days of a period. A year of a team is thousands of rows: they are read as
 * they are, without a model for each.
 */
export async function countedDays(
  tenantId: string,
  { from, to }: Period,
  widgetId: number | null
): Promise<CountedDay[]> {
  const query = DailyFigures.query().where('tenant_id', tenantId).whereBetween('day', [from, to])
  if (widgetId !== null) query.where('widget_id', widgetId)
  const rows = await query.pojo<Row>()
  return rows.map((row) => ({
    day: row.day,
    agentId: row.agent_id,
    started: row.started,
    responseSeconds: JSON.parse(row.response_seconds),
    resolutionSeconds: JSON.parse(row.resolution_seconds),
    ratingSum: row.rating_sum,
    ratingCount: row.rating_count,
  }))
}
