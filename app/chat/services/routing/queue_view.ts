import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import type Conversation from '#chat/models/conversation'
import { presentAgents, servingAgents } from '#chat/services/team/present_agents'
import { availableCapacity } from '#chat/services/team/agent_capacity'
import { QueueDurations } from '#chat/services/routing/queue_durations'
import { covers, mayServe, scopesOf, sharedScopes, type Scope } from '#chat/services/team/scopes'
import { aheadOf, inQueueOrder, waitingLine } from '#chat/services/routing/waiting_line'

/** The position that a waiting visitor sees (W21). */
export interface QueuePosition {
  /** 1 is next. */
  position: number
  /** Expected seconds until an agent is assigned; null when there is no basis for an estimate. */
  waitSeconds: number | null
}

/** An agent who may take the conversation. */
interface Server {
  agentId: number
  scope: Scope
  capacity: number
}

/** Agents who may take it once it is open to all, because none of its department is present. */
const lateServers = (team: Server[], conversation: Conversation) =>
  conversation.departmentId === null
    ? []
    : team.filter(({ scope }) =>
        covers(scope, { widgetId: conversation.widgetId, departmentId: null })
      )

/** How long the loaded team is reused, for a thousand waiting visitors may ask; changes by other processes show later. */
const FRESH_FOR_MS = 1000

/** The positions of waiting visitors. */
export class QueueView {
  #teams = new Map<string, { team: Promise<Server[]>; readAt: number }>()
  #durations = new QueueDurations()

  constructor(protected config: ChatConfig) {}

  /**
   * The visitor's position among all who wait for the same agents. Null for a visitor who does not wait, while no
   * agent serves, and for one about to be assigned to an agent with capacity.
   */
  async positionOf(conversation: Conversation): Promise<QueuePosition | null> {
    const { tenantId, queuedAt } = conversation
    if (!queuedAt) return null
    const team = await this.#team(tenantId)
    const own = team.filter(({ agentId, scope }) => mayServe(agentId, scope, conversation))
    const servers = own.length ? own : lateServers(team, conversation)
    if (servers.length === 0) return null

    const position = 1 + (await this.#countBefore(conversation, servers))
    const capacity = own.reduce((sum, server) => sum + server.capacity, 0)
    if (capacity >= position) return null
    return { position, waitSeconds: await this.#expectedWait(conversation, queuedAt) }
  }

  /** The first conversations in a tenant's queue. */
  first(tenantId: string, limit: number): Promise<Conversation[]> {
    return inQueueOrder(waitingLine(tenantId, null)).limit(limit)
  }

  /** The length of a tenant's queue. */
  async length(tenantId: string): Promise<number> {
    const [row] = await waitingLine(tenantId, null).count('* as total').pojo<{ total: number }>()
    return Number(row.total)
  }

  /** Waiting conversations, of all widgets or some, that no serving agent may be assigned. */
  async stranded(tenantId: string, widgetIds: number[] | null = null): Promise<number> {
    const serving = await servingAgents(tenantId).select('id')
    const scopes = sharedScopes(await scopesOf(serving.map(({ id }) => id)))
    const count = async (line: ReturnType<typeof waitingLine>) => {
      if (widgetIds !== null) line.whereIn('widget_id', widgetIds)
      const [row] = await line.count('* as total').pojo<{ total: number }>()
      return Number(row.total)
    }
    const [all, taken] = await Promise.all([
      count(waitingLine(tenantId, null)),
      count(waitingLine(tenantId, scopes)),
    ])
    return Math.max(0, all - taken)
  }

  /** Discards what is cached of a tenant's team, after a change. */
  forget(tenantId: string) {
    this.#teams.delete(tenantId)
  }

  async #countBefore(conversation: Conversation, servers: Server[]) {
    const scopes = sharedScopes(servers.map(({ agentId, scope }) => [agentId, scope]))
    const [row] = await aheadOf(conversation, waitingLine(conversation.tenantId, scopes))
      .count('* as total')
      .pojo<{ total: number }>()
    return Number(row.total)
  }

  /** The median wait minus this visitor's wait so far; null for a visitor who has waited longer. */
  async #expectedWait(conversation: Conversation, queuedAt: DateTime) {
    const median = await this.#durations.median(conversation)
    if (median === null) return null
    const left = Math.ceil(median - DateTime.utc().diff(queuedAt, 'seconds').seconds)
    return left > 0 ? left : null
  }

  #team(tenantId: string): Promise<Server[]> {
    const known = this.#teams.get(tenantId)
    if (known && Date.now() - known.readAt < FRESH_FOR_MS) return known.team
    const team = this.#readTeam(tenantId)
    team.catch(() => this.forget(tenantId))
    this.#teams.set(tenantId, { team, readAt: Date.now() })
    return team
  }

  async #readTeam(tenantId: string): Promise<Server[]> {
    const agents = await presentAgents(tenantId, this.config.agentOnlineSeconds)
    const scopes = await scopesOf(agents.map(({ id }) => id))
    return agents.map((agent) => ({
      agentId: agent.id,
      scope: scopes.get(agent.id)!,
      capacity: agent.status === 'online' ? availableCapacity(agent) : 0,
    }))
  }
}
