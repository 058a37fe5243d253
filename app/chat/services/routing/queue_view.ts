import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/define_config'
import type Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import { presentAgents, servingAgents } from '#chat/services/routing/available_agents'
import { QueueDurations } from '#chat/services/routing/queue_durations'
import { covers, mayServe, scopesOf, sharedScopes, type Scope } from '#chat/services/routing/scopes'
import { oldestFirst, waitingLine } from '#chat/services/routing/waiting_line'

/** What a waiting visitor is told (W21). */
export interface QueuePlace {
  /** 1 is next. */
  position: number
  /** Expected seconds until an agent is there; null when nothing is known to expect it from. */
  waitSeconds: number | null
}

/** Somebody who could take the conversation. */
interface Server {
  agentId: number
  scope: Scope
  freePlaces: number
}

/** Who may take it once it is open to everyone, because no one of its department is there. */
const lateServers = (team: Server[], conversation: Conversation) =>
  conversation.departmentId === null
    ? []
    : team.filter(({ scope }) =>
        covers(scope, { widgetId: conversation.widgetId, departmentId: null })
      )

/** How long one look at the team serves all who ask: a thousand waiting visitors may. */
const FRESH_FOR_MS = 1000

/** Where visitors stand in the queue. */
export class QueueView {
  #teams = new Map<string, { team: Promise<Server[]>; readAt: number }>()
  #durations = new QueueDurations()

  constructor(protected config: ChatConfig) {}

  /**
   * The visitor's place, among all who wait for the same agents. Null for one who does not wait, while
   * nobody serves, and for one who is about to be given to an agent who has room.
   */
  async placeOf(conversation: Conversation): Promise<QueuePlace | null> {
    const { tenantId, queuedAt } = conversation
    if (!queuedAt) return null
    const team = await this.#team(tenantId)
    const own = team.filter(({ agentId, scope }) => mayServe(agentId, scope, conversation))
    const servers = own.length ? own : lateServers(team, conversation)
    if (servers.length === 0) return null

    const position = 1 + (await this.#countBefore(conversation, servers))
    const freePlaces = own.reduce((sum, server) => sum + server.freePlaces, 0)
    if (freePlaces >= position) return null
    return { position, waitSeconds: await this.#expectedWait(conversation, queuedAt) }
  }

  /** The first in a tenant's queue. */
  first(tenantId: string, limit: number): Promise<Conversation[]> {
    return oldestFirst(waitingLine(tenantId, null)).limit(limit)
  }

  /** How many wait in a tenant. */
  async length(tenantId: string): Promise<number> {
    const [row] = await waitingLine(tenantId, null).count('* as total').pojo<{ total: number }>()
    return Number(row.total)
  }

  /** How many wait, of all widgets or one, that no serving agent may ever be given. */
  async stranded(tenantId: string, widgetId: number | null = null): Promise<number> {
    const serving = await servingAgents(tenantId).select('id')
    const scopes = sharedScopes(await scopesOf(serving.map(({ id }) => id)))
    const count = async (line: ReturnType<typeof waitingLine>) => {
      if (widgetId !== null) line.where('widget_id', widgetId)
      const [row] = await line.count('* as total').pojo<{ total: number }>()
      return Number(row.total)
    }
    const [all, taken] = await Promise.all([
      count(waitingLine(tenantId, null)),
      count(waitingLine(tenantId, scopes)),
    ])
    return Math.max(0, all - taken)
  }

  /** What is known of the team is from before a change. */
  forget(tenantId: string) {
    this.#teams.delete(tenantId)
  }

  async #countBefore(conversation: Conversation, servers: Server[]) {
    const moment = toSqlUtc(conversation.queuedAt!)
    const [row] = await waitingLine(
      conversation.tenantId,
      sharedScopes(servers.map(({ agentId, scope }) => [agentId, scope]))
    )
      .where('queued_at', '<=', moment)
      .whereNot((after) => after.where('queued_at', moment).where('id', '>=', conversation.id))
      .count('* as total')
      .pojo<{ total: number }>()
    return Number(row.total)
  }

  /** What others waited, less what this one has waited; whoever has waited longer is told no number. */
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
    return agents.map(({ id, status, currentChatsCount, maxConcurrentChats }) => ({
      agentId: id,
      scope: scopes.get(id)!,
      freePlaces: status === 'online' ? Math.max(0, maxConcurrentChats - currentChatsCount) : 0,
    }))
  }
}
