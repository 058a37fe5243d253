import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import Agent from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'

export type AgentQuery = ModelQueryBuilderContract<typeof Agent>

/** `effectiveStatus` being `online`, as SQL, capacity aside. */
export function whereReady(query: AgentQuery, onlineSeconds: number): AgentQuery {
  const since = DateTime.utc().minus({ seconds: onlineSeconds })
  return query
    .where({ is_serving: true, status: 'online', is_idle: false })
    .where('last_active_at', '>', toSqlUtc(since))
}

/** Agents who take chats from the queue, present or not. */
export const servingAgents = (tenantId: string, client?: QueryClientContract): AgentQuery =>
  Agent.query({ client }).where({ tenant_id: tenantId, is_serving: true })

/** Serving agents who are present, full ones included. */
export function presentAgents(
  tenantId: string,
  onlineSeconds: number,
  client?: QueryClientContract
): AgentQuery {
  const since = DateTime.utc().minus({ seconds: onlineSeconds })
  return Agent.query({ client })
    .where({ tenant_id: tenantId, is_serving: true, is_idle: false })
    .whereIn('status', ['online', 'busy'])
    .where('last_active_at', '>', toSqlUtc(since))
}
