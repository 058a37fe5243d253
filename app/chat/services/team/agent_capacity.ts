import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'
import { whereReady, type AgentQuery } from '#chat/services/team/present_agents'

/** The counts of an agent's open conversations. */
type Load = Pick<Agent, 'currentChatsCount' | 'awaitingChatsCount' | 'awaitingVisitorCounts'>

/** The columns of an agent that decide whether they have capacity. */
export type Capacity = Load & Pick<Agent, 'isServing' | 'maxConcurrentChats'>

/** `countedChats` as SQL. */
const COUNTED =
  'current_chats_count - case when awaiting_visitor_counts then 0 else awaiting_chats_count end'

/** How many of an agent's open conversations count towards their maximum. */
export const countedChats = (agent: Load) =>
  agent.currentChatsCount - (agent.awaitingVisitorCounts ? 0 : agent.awaitingChatsCount)

/** How many more conversations the queue may assign to an agent. */
export const availableCapacity = (agent: Load & Pick<Agent, 'maxConcurrentChats'>) =>
  Math.max(0, agent.maxConcurrentChats - countedChats(agent))

/**
 * A full agent may take a chat by hand, but is assigned none. An agent who takes none from the queue has no maximum.
 */
export const isFull = (agent: Capacity) => agent.isServing && availableCapacity(agent) === 0

/** Agents with capacity left; check and update may be one statement. */
export const whereHasRoom = (query: AgentQuery): AgentQuery =>
  query.whereRaw(`${COUNTED} < max_concurrent_chats`)

/** The agents with the fewest counted conversations first. */
export const leastLoadedFirst = (query: AgentQuery): AgentQuery => query.orderByRaw(COUNTED)

/** The columns of an agent who is assigned one more conversation. */
export const oneMoreChat = (trx: TransactionClientContract) => ({
  current_chats_count: trx.raw('current_chats_count + 1'),
  total_chats_count: trx.raw('total_chats_count + 1'),
  last_assigned_at: toSqlUtc(DateTime.utc()),
})

/**
 * Reserves capacity for one conversation, if the agent is online and has any left. Check and update are one
 * statement, so that two transactions never take the last of it. Returns whether it was reserved.
 */
export async function reserveCapacity(
  agentId: number,
  onlineSeconds: number,
  trx: TransactionClientContract
): Promise<boolean> {
  const agent = whereReady(Agent.query({ client: trx }).where('id', agentId), onlineSeconds)
  const [taken] = await whereHasRoom(agent).update(oneMoreChat(trx))
  return Number(taken) > 0
}
