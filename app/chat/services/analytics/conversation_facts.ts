import { type DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import type { Span } from '#chat/services/analytics/local_days'
import type { ConversationFacts } from '#chat/services/analytics/tally'

interface FactsRow {
  widget_id: number
  agent_id: number | null
  created_at: string | Date
  first_response_at: string | Date | null
  resolved_at: string | Date | null
  rating: number | null
  rated_agent_id: number | null
}

/** The parts of the tenant's conversations that figures need, for conversations started within a span. */
export async function factsOf(
  tenantId: string,
  { from, until }: Span,
  widgetIds: number[] | null,
  client?: QueryClientContract
): Promise<ConversationFacts[]> {
  const query = Conversation.query({ client })
    .where('tenant_id', tenantId)
    .where('created_at', '>=', toSqlUtc(from))
    .where('created_at', '<', toSqlUtc(until))
    .select('widget_id', 'agent_id', 'created_at', 'first_response_at', 'resolved_at')
    .select('rating', 'rated_agent_id')
  if (widgetIds !== null) query.whereIn('widget_id', widgetIds)
  const rows = await query.pojo<FactsRow>()
  return rows.map((row) => ({
    widgetId: row.widget_id,
    agentId: row.agent_id,
    startedAt: millis(row.created_at),
    firstResponseAt: millisOrNone(row.first_response_at),
    resolvedAt: millisOrNone(row.resolved_at),
    rating: row.rating,
    ratedAgentId: row.rated_agent_id,
  }))
}

/** The UTC days, in the database's format, of conversations changed since a timestamp. */
export async function daysChangedSince(tenantId: string, moment: DateTime | null) {
  const query = Conversation.query().where('tenant_id', tenantId)
  if (moment) query.where('updated_at', '>=', toSqlUtc(moment))
  const day = 'cast(date(created_at) as char(10))'
  const rows = await query
    .select(query.client.raw(`distinct ${day} as day`))
    .pojo<{ day: string }>()
  return rows.map((row) => row.day)
}

/** Milliseconds of a timestamp as the driver returns it; a `DateTime` for each of thousands of rows is too slow. */
const millis = (value: string | Date) =>
  value instanceof Date ? value.getTime() : Date.parse(`${value.replace(' ', 'T')}Z`)

const millisOrNone = (value: string | Date | null) => (value === null ? null : millis(value))
