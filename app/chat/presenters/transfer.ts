import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Department from '#chat/models/department'
import type { RosterEntry } from '#chat/services/team/agent_roster'
import { MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { departmentTeam } from '#chat/services/routing/department_team'
import { opensLater } from '#chat/presenters/department_notice'
import type { Teammate } from '#chat/presenters/teammates'
import { text } from '#chat/texts/text'

interface Team {
  mates: Teammate[]
  roster: RosterEntry[]
  departments: Department[]
  statusOf: (agent: Agent) => AgentStatus
  /** After how many minutes what waits for an empty department is open to everyone; 0 for never. */
  fallbackMinutes: number
}

/** The targets of a transfer: departments, and all other users who may reply. */
export function presentTransfer(conversation: Conversation, team: Team) {
  const current = conversation.agent?.userId
  return {
    maxLength: MAX_MESSAGE_LENGTH,
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
  const { name } = department
  if (agents === 0) {
    return { label: text('inbox.actions.transfer.no_agents', { name }), isEmpty: true }
  }
  const later = online === 0 && opensLater(team.fallbackMinutes)
  const label = later
    ? text('inbox.actions.transfer.online_later', { name, online, agents, later })
    : text('inbox.actions.transfer.online', { name, online, agents })
  return { label, isEmpty: false }
}

/** A name with what one wants to know before one hands over. */
function describe({ name, statusLabel: status, load }: Teammate) {
  return load
    ? text('inbox.actions.transfer.agent_load', { name, status, ...load })
    : text('inbox.actions.transfer.agent', { name, status })
}
