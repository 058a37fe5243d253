import { DateTime } from 'luxon'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import { covers, mayServe, scopesOf } from '#chat/services/routing/scopes'

/** No agent has this id. */
const NO_AGENT = 0

export type AgentQuery = ModelQueryBuilderContract<typeof Agent>

/** The database's words for `effectiveStatus` being `online`, capacity aside. */
export function whereReady(query: AgentQuery, onlineSeconds: number): AgentQuery {
  const since = DateTime.utc().minus({ seconds: onlineSeconds })
  return query
    .where({ is_serving: true, status: 'online', is_idle: false })
    .where('last_active_at', '>', toSqlUtc(since))
}

/** Serving agents who could take one more chat now: the least loaded first, then who waited longest for one. */
export function availableAgents(
  tenantId: string,
  onlineSeconds: number,
  client?: QueryClientContract
): AgentQuery {
  return whereReady(Agent.query({ client }).where('tenant_id', tenantId), onlineSeconds)
    .whereColumn('current_chats_count', '<', 'max_concurrent_chats')
    .orderBy('current_chats_count')
    .orderBy('last_assigned_at')
    .orderBy('id')
}

/** Whether an agent who is there, full or not, may be given the conversation. */
export async function isServedNow(
  conversation: Conversation,
  onlineSeconds: number,
  client?: QueryClientContract
): Promise<boolean> {
  const present = await presentAgents(conversation.tenantId, onlineSeconds, client).select('id')
  const scopes = await scopesOf(
    present.map(({ id }) => id),
    client
  )
  return [...scopes].some(([id, scope]) => mayServe(id, scope, conversation))
}

/** Whether any agent could ever be given the conversation. */
export const isServed = (conversation: Conversation, client?: QueryClientContract) =>
  isServedByOthers(conversation, NO_AGENT, client)

/** Whether the conversation could ever be given to anybody else than this agent. */
export async function isServedByOthers(
  conversation: Conversation,
  agentId: number,
  client?: QueryClientContract
): Promise<boolean> {
  const others = await servingAgents(conversation.tenantId, client)
    .whereNot('id', agentId)
    .select('id')
  const scopes = await scopesOf(
    others.map(({ id }) => id),
    client
  )
  return [...scopes.values()].some((scope) => covers(scope, conversation))
}

/** Agents who take chats from the queue, there or not. */
export const servingAgents = (tenantId: string, client?: QueryClientContract): AgentQuery =>
  Agent.query({ client }).where({ tenant_id: tenantId, is_serving: true })

/** Serving agents who are there, full ones included. */
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
