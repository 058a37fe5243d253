import type { HostUser } from '#chat/contracts/crm_host'
import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import { initials } from '#chat/presenters/names'
import { capitalized } from '#chat/presenters/narrowing'

/** Someone to whom work can be given, with what one wants to know before one does. */
export interface Teammate {
  id: string
  name: string
  initials: string
  status: AgentStatus
  statusLabel: string
  /** Who takes chats from the queue: how many they have, of how many. */
  load: { has: number; most: number } | null
}

/** The CRM users who may reply, in the host's order; who has never opened the chat is offline. */
export function presentTeammates(
  users: HostUser[],
  agents: Agent[],
  statusOf: (agent: Agent) => AgentStatus
): Teammate[] {
  const known = new Map(agents.map((agent) => [agent.userId, agent]))
  return users.map(({ id, name }) => {
    const agent = known.get(id)
    const status = agent ? statusOf(agent) : 'offline'
    return {
      id,
      name,
      initials: initials(name),
      status,
      statusLabel: capitalized(status),
      load: agent?.isServing
        ? { has: agent.currentChatsCount, most: agent.maxConcurrentChats }
        : null,
    }
  })
}
