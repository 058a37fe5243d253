import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { leastLoadedFirst, whereHasRoom } from '#chat/services/team/agent_capacity'
import {
  presentAgents,
  servingAgents,
  whereReady,
  type AgentQuery,
} from '#chat/services/team/present_agents'
import { covers, mayServe, scopesOf } from '#chat/services/team/scopes'

/** No agent has this id. */
const NO_AGENT = 0

/** Serving agents who could take one more chat: the least loaded first, then the longest without a new one. */
export function availableAgents(
  tenantId: string,
  onlineSeconds: number,
  client?: QueryClientContract
): AgentQuery {
  const ready = whereReady(Agent.query({ client }).where('tenant_id', tenantId), onlineSeconds)
  return leastLoadedFirst(whereHasRoom(ready)).orderBy('last_assigned_at').orderBy('id')
}

/** Whether a present agent, full or not, may be assigned the conversation. */
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

/** Whether any serving agent, present or not, may be assigned the conversation. */
export const isServed = (conversation: Conversation, client?: QueryClientContract) =>
  isServedByOthers(conversation, NO_AGENT, client)

/** Whether the conversation may be assigned to an agent other than this one. */
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
