import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { ChatConfig } from '#chat/define_config'
import type { CrmHost, HostUser } from '#chat/contracts/crm_host'
import { toSqlUtc } from '#chat/models/columns'
import { giveTo } from '#chat/services/conversation_state'
import { takePlace } from '#chat/services/routing/places'
import { isDuplicate } from '#chat/services/row_lock'
import { NotAssignable } from '#chat/exceptions/chat_errors'

/** The CRM users who answer chats, and which of them are there now. */
export class AgentDirectory {
  constructor(
    protected config: ChatConfig,
    protected host: CrmHost
  ) {}

  /** The agent of a CRM user, made on first use; their copied name follows the CRM. */
  async forUser(tenantId: string, user: HostUser): Promise<Agent> {
    const agent = (await this.#find(tenantId, user.id)) ?? (await this.#create(tenantId, user))
    if (agent.name !== user.name || agent.avatarUrl !== user.avatarUrl) {
      await agent.merge({ name: user.name, avatarUrl: user.avatarUrl }).save()
    }
    return agent
  }

  /**
   * The agent that a conversation is to be given to.
   *
   * @throws NotAssignable when the user is unknown, inactive or may not reply
   */
  async assignable(tenantId: string, userId: string): Promise<Agent> {
    const users = await this.host.assignableUsers(tenantId)
    const user = users.find(({ id }) => id === userId)
    if (!user) throw new NotAssignable()
    return this.forUser(tenantId, user)
  }

  /** The agent whose `id` or external id this is. */
  named(tenantId: string, reference: number | string): Promise<Agent | null> {
    const column = typeof reference === 'number' ? 'id' : 'external_id'
    return Agent.query().where('tenant_id', tenantId).where(column, reference).first()
  }

  /** The names of the tenant's agents with these ids. */
  async names(tenantId: string, ids: number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map()
    const agents = await Agent.query().where('tenant_id', tenantId).whereIn('id', ids)
    return new Map(agents.map(({ id, name }) => [id, name]))
  }

  /** A sign of life from an agent's open stream. */
  async beat(agentId: number): Promise<void> {
    await Agent.query()
      .where('id', agentId)
      .update({ last_active_at: toSqlUtc(DateTime.utc()) })
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

  /** Counts a conversation that an agent got (`+1`) or no longer has open (`-1`). */
  async shiftLoad(agentId: number, by: 1 | -1, trx: TransactionClientContract): Promise<void> {
    const agent = Agent.query({ client: trx }).where('id', agentId)
    if (by === 1) {
      await agent.update({
        current_chats_count: trx.raw('current_chats_count + 1'),
        total_chats_count: trx.raw('total_chats_count + 1'),
        last_assigned_at: toSqlUtc(DateTime.utc()),
      })
    } else await agent.where('current_chats_count', '>', 0).decrement('current_chats_count', 1)
  }

  /**
   * Gives a conversation that is being reopened back to its agent: to one who takes chats from the queue
   * only while they are online and have room, else it goes to nobody. Answers whether they have it.
   */
  async takeBack(conversation: Conversation, trx: TransactionClientContract): Promise<boolean> {
    if (!conversation.agentId) return false
    const agent = await Agent.findOrFail(conversation.agentId, { client: trx })
    if (!agent.isServing) {
      await this.shiftLoad(agent.id, 1, trx)
      return true
    }
    if (await takePlace(agent.id, this.config.agentOnlineSeconds, trx)) return true
    giveTo(conversation, null)
    return false
  }

  #find(tenantId: string, userId: string) {
    return Agent.query().where({ tenant_id: tenantId, user_id: userId }).first()
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
        maxConcurrentChats: 5,
        currentChatsCount: 0,
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
