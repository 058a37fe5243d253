import type { HostUser } from '#chat/contracts/crm_host'
import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Department from '#chat/models/department'
import type { RosterEntry } from '#chat/services/routing/agent_roster'

interface Team {
  users: HostUser[]
  roster: RosterEntry[]
  departments: Department[]
  statusOf: (agent: Agent) => AgentStatus
}

/** Whom a conversation can be passed on to: the departments, and everybody else who may reply. */
export function presentTransfer(conversation: Conversation, team: Team) {
  const serving = new Map(team.roster.map(({ agent }) => [agent.userId, agent]))
  const current = conversation.agent?.userId
  return {
    departments: team.departments.map(({ externalId, name }) => ({
      value: `department:${externalId}`,
      label: name,
    })),
    agents: team.users
      .filter(({ id }) => id !== current)
      .map(({ id, name }) => ({
        value: `agent:${id}`,
        label: describe(name, serving.get(id), team.statusOf),
      })),
  }
}

/** A name with what one wants to know before one hands over. */
function describe(name: string, agent: Agent | undefined, statusOf: Team['statusOf']) {
  if (!agent) return name
  return `${name} · ${statusOf(agent)}, ${agent.currentChatsCount} of ${agent.maxConcurrentChats}`
}
