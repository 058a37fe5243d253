import DailyFigures from '#chat/models/daily_figures'
import type { Day } from '#chat/services/analytics/local_days'
import type { Period } from '#chat/services/analytics/period'
import type { Tally } from '#chat/services/analytics/tally'

/** The tally of one local day, widget and agent. */
export interface CountedDay extends Tally {
  day: Day
  /** 0 when the conversations are unassigned. */
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

/** The stored tallies of a period. Plain rows instead of models: a year of a team is thousands of them. */
export async function countedDays(
  tenantId: string,
  { from, to }: Period,
  widgetIds: number[] | null
): Promise<CountedDay[]> {
  const query = DailyFigures.query().where('tenant_id', tenantId).whereBetween('day', [from, to])
  if (widgetIds !== null) query.whereIn('widget_id', widgetIds)
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
