import type { HostUser } from '#chat/contracts/host_records'
import type Agent from '#chat/models/agent'
import type { ChatService } from '#chat/services/chat_service'
import type { AgentStatus } from '#chat/models/agent'
import { countedChats } from '#chat/services/team/agent_capacity'
import { agentFace, initials } from '#chat/presenters/names'
import { text } from '#chat/texts/text'

/** A possible assignee with presence and load. */
export interface Teammate {
  id: string
  name: string
  initials: string
  status: AgentStatus
  statusLabel: string
  /** Who takes chats from the queue: how many they have, of how many. */
  load: { has: number; most: number } | null
}

/** Everyone in a tenant who may reply, with whether they are there now. */
export async function teammatesOf(chat: ChatService, tenantId: string): Promise<Teammate[]> {
  const users = await chat.host.assignableUsers(tenantId)
  const agents = await chat.agents.ofUsers(
    tenantId,
    users.map(({ id }) => id)
  )
  return presentTeammates(users, agents, (agent) => chat.agents.presence.statusOf(agent))
}

/** The CRM users who may reply, in the host's order; who has never opened the chat is offline. */
function presentTeammates(
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
      initials: agent ? agentFace(agent.id, name).initials : initials(name),
      status,
      statusLabel: text(`inbox.actions.assign.status.${status}`),
      load: agent?.isServing ? { has: countedChats(agent), most: agent.maxConcurrentChats } : null,
    }
  })
}
