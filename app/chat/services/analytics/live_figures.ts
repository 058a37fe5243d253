import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import { spanOf, dayOf } from '#chat/services/analytics/local_days'

/** What is the case at this moment. */
export interface LiveFigures {
  /** Open conversations that an agent has, whosever turn it is. */
  activeChats: number
  /** Open conversations that wait for an agent to be found. */
  pendingChats: number
  /** Conversations that were resolved today, whenever they started, and are resolved still. */
  resolvedToday: number
}

/** Counts the tenant's conversations, or those of one widget, as they are now. */
export async function liveFigures(
  tenantId: string,
  widgetId: number | null,
  zone: string
): Promise<LiveFigures> {
  const scope = () => {
    const query = Conversation.query().where('tenant_id', tenantId)
    return widgetId === null ? query : query.where('widget_id', widgetId)
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
