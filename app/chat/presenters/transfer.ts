import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Department from '#chat/models/department'
import type { RosterEntry } from '#chat/services/routing/agent_roster'
import { departmentTeam } from '#chat/services/routing/department_team'
import { opensLater } from '#chat/presenters/department_notice'
import type { Teammate } from '#chat/presenters/teammates'

interface Team {
  mates: Teammate[]
  roster: RosterEntry[]
  departments: Department[]
  statusOf: (agent: Agent) => AgentStatus
  /** After how many minutes what waits for an empty department is open to everyone; 0 for never. */
  fallbackMinutes: number
}

/** Whom a conversation can be passed on to: the departments, and everybody else who may reply. */
export function presentTransfer(conversation: Conversation, team: Team) {
  const current = conversation.agent?.userId
  return {
    departments: team.departments.map((department) => ({
      value: `department:${department.externalId}`,
      ...presentDepartment(department, conversation, team),
    })),
    agents: team.mates
      .filter(({ id }) => id !== current)
      .map((mate) => ({ value: `agent:${mate.id}`, label: describe(mate) })),
  }
}

/** Who of a department is there; one that no agent would ever take it from cannot be chosen. */
function presentDepartment(department: Department, conversation: Conversation, team: Team) {
  const { agents, online } = departmentTeam(department, conversation, team.roster, team.statusOf)
  if (agents === 0) return { label: `${department.name} · no agents`, isEmpty: true }
  const later = online === 0 && opensLater(team.fallbackMinutes)
  const label = `${department.name} · ${online} of ${agents} online${later ? `, ${later}` : ''}`
  return { label, isEmpty: false }
}

/** A name with what one wants to know before one hands over. */
function describe({ name, status, load }: Teammate) {
  return `${name} · ${status}${load ? `, ${load.has} of ${load.most}` : ''}`
}
