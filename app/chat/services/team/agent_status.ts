import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import { isFull, type Capacity } from '#chat/services/team/agent_capacity'

/** The columns of an agent that decide their status. */
export type AgentState = Pick<Agent, 'status' | 'isIdle' | 'lastActiveAt' | keyof Capacity>

/**
 * An agent's effective status (R1, R2), decided only here: the chosen one, unless their last stream has been silent
 * for too long, their browsers are idle, or they are full.
 */
export function effectiveStatus(
  agent: AgentState,
  onlineSeconds: number,
  now = DateTime.utc()
): AgentStatus {
  const isHere = agent.lastActiveAt && agent.lastActiveAt > now.minus({ seconds: onlineSeconds })
  if (!isHere || agent.status === 'offline') return 'offline'
  if (agent.status === 'away' || agent.isIdle) return 'away'
  if (agent.status === 'busy' || isFull(agent)) return 'busy'
  return 'online'
}
