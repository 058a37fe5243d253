import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import Agent, { DEFAULT_MAXIMUM } from '#chat/models/agent'
import { findRow } from '#chat/models/find_row'
import { namedBy, type Reference } from '#chat/models/reference'
import type { ChatConfig } from '#chat/config/chat_config'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import { toSqlUtc } from '#chat/models/columns'
import { isDuplicate } from '#chat/support/row_lock'
import type { SeenAssignee } from '#chat/services/conversations/assert_assignee'
import { NotAssignable } from '#chat/exceptions/chat_errors'

const NO_AGENT = 0

/** The CRM users who answer chats, and which of them are online. */
export class AgentDirectory {
  constructor(
    protected config: ChatConfig,
    protected host: CrmHost
  ) {}

  /** The agent of a CRM user, created on first use; the copied name follows the CRM. */
  async forUser(tenantId: string, user: HostUser): Promise<Agent> {
    const agent = (await this.#find(tenantId, user.id)) ?? (await this.#create(tenantId, user))
    if (agent.name !== user.name || agent.avatarUrl !== user.avatarUrl) {
      await agent.merge({ name: user.name, avatarUrl: user.avatarUrl }).save()
    }
    return agent
  }

  /**
   * The agent of a CRM user who can be assigned a conversation.
   *
   * @throws NotAssignable when the user is unknown, inactive or may not reply
   */
  async assignable(tenantId: string, userId: string): Promise<Agent> {
    const users = await this.host.assignableUsers(tenantId)
    const user = users.find(({ id }) => id === userId)
    if (!user) throw new NotAssignable()
    return this.forUser(tenantId, user)
  }

  /** The agent that a reference names. */
  named(tenantId: string, reference: Reference): Promise<Agent | null> {
    return Agent.query()
      .where({ tenant_id: tenantId, ...namedBy(reference) })
      .first()
  }

  /**
   * The id of the agent that a request has `seen` as the assignee: null for unassigned, undefined when the request
   * does not say. An unknown reference gives an id that no agent has.
   */
  async seen(tenantId: string, reference?: Reference | null): Promise<SeenAssignee> {
    if (reference === undefined || reference === null) return reference
    const agent = await this.named(tenantId, reference)
    return agent?.id ?? NO_AGENT
  }

  /** The agents of these CRM users, as far as they have used the chat. */
  async ofUsers(tenantId: string, userIds: string[]): Promise<Agent[]> {
    if (userIds.length === 0) return []
    return Agent.query().where('tenant_id', tenantId).whereIn('user_id', userIds)
  }

  /** The names of the tenant's agents with these ids. */
  async names(tenantId: string, ids: number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map()
    const agents = await Agent.query().where('tenant_id', tenantId).whereIn('id', ids)
    return new Map(agents.map(({ id, name }) => [id, name]))
  }

  /** Agents of the tenant with an open stream who are neither away nor idle. */
  async onlineCount(tenantId: string): Promise<number> {
    const since = DateTime.utc().minus({ seconds: this.config.agentOnlineSeconds })
    const [row] = await Agent.query()
      .where('tenant_id', tenantId)
      .where('last_active_at', '>', toSqlUtc(since))
      .whereIn('status', ['online', 'busy'])
      .where('is_idle', false)
      .count('* as total')
      .pojo<{ total: number }>()
    return Number(row.total)
  }

  #find(tenantId: string, userId: string) {
    return findRow(Agent, { tenant_id: tenantId, user_id: userId })
  }

  async #create(tenantId: string, user: HostUser): Promise<Agent> {
    const now = DateTime.utc()
    try {
      return await Agent.create({
        externalId: randomUUID(),
        tenantId,
        userId: user.id,
        name: user.name,
        avatarUrl: user.avatarUrl,
        status: 'online',
        isServing: false,
        isIdle: false,
        statusChangedAt: null,
        lastAssignedAt: null,
        maxConcurrentChats: DEFAULT_MAXIMUM,
        currentChatsCount: 0,
        awaitingChatsCount: 0,
        awaitingVisitorCounts: true,
        totalChatsCount: 0,
        totalRating: 0,
        ratingsCount: 0,
        lastActiveAt: null,
        createdAt: now,
        updatedAt: now,
      })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return Agent.query().where({ tenant_id: tenantId, user_id: user.id }).firstOrFail()
    }
  }
}
