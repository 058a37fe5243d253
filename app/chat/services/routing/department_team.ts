import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Department from '#chat/models/department'
import type { RosterEntry } from '#chat/services/team/agent_roster'
import { covers } from '#chat/services/team/scopes'

/** How many agents of a department may take a conversation, and how many of them are present. */
export interface DepartmentTeam {
  agents: number
  online: number
}

/** The agents that a conversation waits for once it is transferred to a department. */
export function departmentTeam(
  { id: departmentId }: Department,
  { widgetId }: Conversation,
  roster: RosterEntry[],
  statusOf: (agent: Agent) => AgentStatus
): DepartmentTeam {
  const agents = roster
    .filter(({ scope }) => covers(scope, { widgetId, departmentId }))
    .map(({ agent }) => statusOf(agent))
  const online = agents.filter((status) => status === 'online' || status === 'busy')
  return { agents: agents.length, online: online.length }
}
