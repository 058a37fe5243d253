import { inject } from '@adonisjs/core'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import { DEFAULT_MAXIMUM } from '#chat/models/agent'
import { countedChats, isFull } from '#chat/services/team/agent_capacity'
import type { RosterEntry } from '#chat/services/team/agent_roster'
import { agentFace } from '#chat/presenters/names'
import { text } from '#chat/texts/text'
import { listInWords } from '#chat/texts/formats'

/** A form as it was submitted, valid or not. */
export interface FilledIn {
  userId: string
  maximum: string
  departmentIds: string[]
  widgetIds: string[]
}

/** A refused form: its values and their errors. */
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
    const [entries, departments, widgets, candidates, waiting, settings] = await Promise.all([
      this.chat.agents.roster.list(tenantId),
      this.chat.routing.departments.list(tenantId),
      this.chat.widgets.list(tenantId),
      this.chat.agents.roster.candidates(tenantId),
      this.chat.routing.queue.length(tenantId),
      this.chat.agents.teamSettings.of(tenantId),
    ])
    const departmentNames = new Map(departments.map(({ id, name }) => [id, name]))
    const widgetNames = new Map(widgets.map(({ id, name }) => [id, name]))
    return {
      waiting,
      awaitingVisitorCounts: settings.awaitingVisitorCounts,
      canAdd: candidates.length > 0,
      agents: entries.map(({ agent, scope }) => ({
        ...this.#identity(agent),
        ...this.presentStatus(agent),
        load: text('agents.list.load', {
          chats: countedChats(agent),
          maximum: agent.maxConcurrentChats,
        }),
        uncounted: agent.currentChatsCount - countedChats(agent),
        departments: namesOf(scope.departmentIds, departmentNames) || '–',
        widgets: scope.widgetIds.length
          ? namesOf(scope.widgetIds, widgetNames) || text('agents.list.deleted_widget')
          : text('agents.list.all_widgets'),
      })),
      departments: departments.map((department) => ({
        id: department.externalId,
        name: department.name,
        agents: entries.filter(({ scope }) => scope.departmentIds.includes(department.id)).length,
      })),
    }
  }

  /** The form of an agent, or of a new one; after an error it keeps what was entered. */
  async form(tenantId: string, entry: RosterEntry | null, refused: Refused | null = null) {
    const [departments, widgets, candidates] = await Promise.all([
      this.chat.routing.departments.list(tenantId),
      this.chat.widgets.list(tenantId),
      entry ? [] : this.chat.agents.roster.candidates(tenantId),
    ])
    const { departmentIds = [], widgetIds = [] } = entry?.scope ?? {}
    return {
      sightNotice: entry ? await this.#sightNotice(entry.agent) : text('agents.sight.rule'),
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
    const status = this.chat.agents.presence.statusOf(agent)
    const isIdleOnly = status === 'away' && agent.status !== 'away'
    const isFullOnly = status === 'busy' && agent.status !== 'busy' && isFull(agent)
    return {
      status,
      statusLabel: text(`agents.status.${status}`),
      statusReason: isIdleOnly
        ? text('agents.status.idle')
        : isFullOnly
          ? text('agents.status.full')
          : '',
    }
  }

  /** What the widgets and departments of this agent decide: the chats they are given, or also those they see. */
  async #sightNotice({ tenantId, userId, name }: Agent) {
    const sight = await this.chat.agents.sights.ofUser(tenantId, userId)
    if (sight === undefined) return text('agents.sight.rule')
    return sight === null ? text('agents.sight.all', { name }) : text('agents.sight.some', { name })
  }

  #identity(agent: Agent) {
    return {
      id: agent.externalId,
      name: agent.name,
      ...agentFace(agent.id, agent.name),
    }
  }
}

const namesOf = (ids: number[], names: Map<number, string>) =>
  listInWords(ids.flatMap((id) => names.get(id) ?? []).sort())

const choice = (
  { id, externalId, name }: { id: number; externalId: string; name: string },
  chosen: (number | string)[]
) => ({ id: externalId, name, isChosen: chosen.includes(id) || chosen.includes(externalId) })
