import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'

/** The parts of an agent that decide about their status. */
export type AgentState = Pick<Agent, 'status' | 'isIdle' | 'lastActiveAt' | keyof Capacity>

type Capacity = Pick<Agent, 'isServing' | 'currentChatsCount' | 'maxConcurrentChats'>

/**
 * An agent who is full still may take a chat by hand, but gets none. Who takes none from the queue has no
 * maximum either.
 */
export const isFull = ({ isServing, currentChatsCount, maxConcurrentChats }: Capacity) =>
  isServing && currentChatsCount >= maxConcurrentChats

/**
 * What an agent is right now (R1, R2), and the only place that decides it: what they have chosen, unless
 * their last stream has been silent for too long, nobody touches their browser, or they are full.
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
