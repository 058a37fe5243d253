import { inject } from '@adonisjs/core'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import { DEFAULT_MAXIMUM } from '#chat/models/agent'
import { isFull } from '#chat/services/routing/agent_status'
import type { RosterEntry } from '#chat/services/routing/agent_roster'
import { hueOf, initials } from '#chat/presenters/names'

/** A form as somebody has filled it in, whatever is wrong with it. */
export interface FilledIn {
  userId: string
  maximum: string
  departmentIds: string[]
  widgetIds: string[]
}

/** A form that was sent back: what was said, and what is wrong with it. */
interface Refused {
  errors: { field: string; message: string }[]
  input: FilledIn
}

/** The pages under Chat > Agents. */
@inject()
export class AgentPages {
  constructor(protected chat: ChatService) {}

  /** Every agent with what they are doing, the departments, and who else could be added. */
  async index(tenantId: string) {
    const [entries, departments, widgets, candidates, waiting] = await Promise.all([
      this.chat.roster.list(tenantId),
      this.chat.departments.list(tenantId),
      this.chat.widgets.list(tenantId),
      this.chat.roster.candidates(tenantId),
      this.chat.queue.length(tenantId),
    ])
    const departmentNames = new Map(departments.map(({ id, name }) => [id, name]))
    const widgetNames = new Map(widgets.map(({ id, name }) => [id, name]))
    return {
      waiting,
      canAdd: candidates.length > 0,
      agents: entries.map(({ agent, scope }) => ({
        ...this.#identity(agent),
        ...this.presentStatus(agent),
        load: `${agent.currentChatsCount} of ${agent.maxConcurrentChats}`,
        departments: namesOf(scope.departmentIds, departmentNames) || '–',
        widgets: scope.widgetIds.length
          ? namesOf(scope.widgetIds, widgetNames) || 'A deleted widget'
          : 'All widgets',
      })),
      departments: departments.map((department) => ({
        id: department.externalId,
        name: department.name,
        agents: entries.filter(({ scope }) => scope.departmentIds.includes(department.id)).length,
      })),
    }
  }

  /** The form of an agent, or of somebody new; refused, it still says what was filled in. */
  async form(tenantId: string, entry: RosterEntry | null, refused: Refused | null = null) {
    const [departments, widgets, candidates] = await Promise.all([
      this.chat.departments.list(tenantId),
      this.chat.widgets.list(tenantId),
      entry ? [] : this.chat.roster.candidates(tenantId),
    ])
    const { departmentIds = [], widgetIds = [] } = entry?.scope ?? {}
    return {
      agent: entry && { ...this.#identity(entry.agent), ...this.presentStatus(entry.agent) },
      hasChats: (entry?.agent.currentChatsCount ?? 0) > 0,
      candidates: candidates.map(({ id, name, email }) => ({
        id,
        label: `${name} (${email})`,
        isChosen: id === refused?.input.userId,
      })),
      maximum: refused?.input.maximum ?? entry?.agent.maxConcurrentChats ?? DEFAULT_MAXIMUM,
      departments: departments.map((each) =>
        choice(each, refused?.input.departmentIds ?? departmentIds)
      ),
      widgets: widgets.map((each) => choice(each, refused?.input.widgetIds ?? widgetIds)),
      servesDeletedOnly: widgetIds.length > 0 && !widgets.some(({ id }) => widgetIds.includes(id)),
      errors: Object.fromEntries(
        (refused?.errors ?? []).map(({ field, message }) => [field, message])
      ),
    }
  }

  /** The status in a word, and why it is that when the agent has not chosen it. */
  presentStatus(agent: Agent) {
    const status = this.chat.presence.statusOf(agent)
    const isIdleOnly = status === 'away' && agent.status !== 'away'
    const isFullOnly = status === 'busy' && agent.status !== 'busy' && isFull(agent)
    return {
      status,
      statusLabel: status.charAt(0).toUpperCase() + status.slice(1),
      statusReason: isIdleOnly ? 'idle' : isFullOnly ? 'full' : '',
    }
  }

  #identity(agent: Agent) {
    return {
      id: agent.externalId,
      name: agent.name,
      initials: initials(agent.name),
      hue: hueOf(`agent-${agent.id}`),
    }
  }
}

const namesOf = (ids: number[], names: Map<number, string>) =>
  ids
    .map((id) => names.get(id))
    .filter(Boolean)
    .sort()
    .join(', ')

const choice = (
  { id, externalId, name }: { id: number; externalId: string; name: string },
  chosen: (number | string)[]
) => ({ id: externalId, name, isChosen: chosen.includes(id) || chosen.includes(externalId) })
