import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import { spanOf, dayOf } from '#chat/services/analytics/local_days'

/** The figures of this moment. */
export interface LiveFigures {
  /** Open conversations that are assigned, whether they wait for the agent or for the visitor. */
  activeChats: number
  /** Open conversations that wait for an agent. */
  pendingChats: number
  /** Conversations that were resolved today and not reopened since, whatever day they started on. */
  resolvedToday: number
}

/** Counts the current conversations of a tenant, or of some of its widgets. */
export async function liveFigures(
  tenantId: string,
  widgetIds: number[] | null,
  zone: string
): Promise<LiveFigures> {
  const scope = () => {
    const query = Conversation.query().where('tenant_id', tenantId)
    return widgetIds === null ? query : query.whereIn('widget_id', widgetIds)
  }
  const { from, until } = spanOf(dayOf(DateTime.utc(), zone), zone)
  const [open, [resolved]] = await Promise.all([
    scope()
      .where('folder', 'open')
      .groupBy('status')
      .select('status')
      .count('* as total')
      .pojo<{ status: string; total: number }>(),
    scope()
      .where('resolved_at', '>=', toSqlUtc(from))
      .where('resolved_at', '<', toSqlUtc(until))
      .count('* as total')
      .pojo<{ total: number }>(),
  ])
  const total = (...statuses: string[]) =>
    open
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, row) => sum + Number(row.total), 0)
  return {
    activeChats: total('active', 'waiting'),
    pendingChats: total('pending'),
    resolvedToday: Number(resolved.total),
  }
}
