import { DateTime } from 'luxon'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { CrmHost, HostUser } from '#chat/contracts/crm_host'
import Agent from '#chat/models/agent'
import Department from '#chat/models/department'
import Widget from '#chat/models/widget'
import { chatTable } from '#chat/models/chat_model'
import { AgentNotFound, ScopeUnknown } from '#chat/exceptions/chat_errors'
import type { AgentDirectory } from '#chat/services/agent_directory'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import type { Requeue } from '#chat/services/routing/requeue'
import { allowReturns } from '#chat/services/routing/returns'
import { lockDuties } from '#chat/services/routing/routing_lock'
import { scopesOf, type Scope } from '#chat/services/routing/scopes'
import { lockRow } from '#chat/services/row_lock'
import { tell } from '#chat/services/tell'

/** How an agent serves; ids are external. */
export interface Duties {
  maxConcurrentChats: number
  departmentIds: string[]
  /** None means every widget. */
  widgetIds: string[]
}

/** An agent with what they serve. */
export interface RosterEntry {
  agent: Agent
  scope: Scope
}

/** Who takes chats from the queue (R1, R5): what an admin decides under Chat > Agents. */
export class AgentRoster {
  constructor(
    protected host: CrmHost,
    protected db: Database,
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory,
    protected requeue: Requeue,
    protected audit: AuditLog
  ) {}

  /** The serving agents by name. */
  async list(tenantId: string): Promise<RosterEntry[]> {
    const agents = await this.#serving(tenantId).orderBy('name').orderBy('id')
    const scopes = await scopesOf(agents.map(({ id }) => id))
    return agents.map((agent) => ({ agent, scope: scopes.get(agent.id)! }))
  }

  /** @throws AgentNotFound when the tenant has no such serving agent */
  async find(tenantId: string, externalId: string): Promise<RosterEntry> {
    const agent = await this.#serving(tenantId).where('external_id', externalId).first()
    if (!agent) throw new AgentNotFound()
    const scopes = await scopesOf([agent.id])
    return { agent, scope: scopes.get(agent.id)! }
  }

  /** CRM users who may reply and do not serve yet. */
  async candidates(tenantId: string): Promise<HostUser[]> {
    const [users, serving] = await Promise.all([
      this.host.assignableUsers(tenantId),
      this.#serving(tenantId),
    ])
    const taken = new Set(serving.map(({ userId }) => userId))
    return users.filter(({ id }) => !taken.has(id))
  }

  /**
   * Lets a CRM user take chats.
   *
   * @throws NotAssignable when the user is unknown, inactive or may not reply
   * @throws ScopeUnknown when the tenant has no such department or widget
   */
  async add(
    tenantId: string,
    userId: string,
    duties: Duties,
    byUserId: string | null = null
  ): Promise<Agent> {
    return this.update(await this.agents.assignable(tenantId, userId), duties, byUserId)
  }

  /**
   * Changes how an agent serves, and leaves what is not named; more room or a wider scope shows within
   * a moment.
   *
   * @throws ScopeUnknown when the tenant has no such department or widget: an agent of unknown widgets
   * would serve every one
   */
  async update(
    agent: Agent,
    duties: Partial<Duties>,
    byUserId: string | null = null
  ): Promise<Agent> {
    const saved = await this.db.transaction(async (trx) => {
      await lockDuties(agent.tenantId, trx)
      const locked = await lockRow(Agent, agent.id, trx)
      const { maxConcurrentChats = locked.maxConcurrentChats } = duties
      const action = locked.isServing ? 'agent.updated' : 'agent.added'
      locked.merge({ isServing: true, maxConcurrentChats, updatedAt: DateTime.utc() })
      await locked.useTransaction(trx).save()
      await this.#replace(locked, 'department', Department.table, duties.departmentIds, trx)
      await this.#replace(locked, 'widget', Widget.table, duties.widgetIds, trx)
      const changed = action === 'agent.updated' ? Object.keys(duties) : []
      await this.audit.record({ ...recordOf(locked, locked.name, action, byUserId), changed }, trx)
      return locked
    })
    await allowReturns(agent.tenantId)
    tell(this.emitter, 'chat.agent.updated', { agent: saved })
    return saved
  }

  /** The agent takes no more chats; those that they have stay with them, or go back to the queue. */
  async remove(agent: Agent, by: Agent, then: 'keep' | 'requeue'): Promise<void> {
    agent.merge({ isServing: false, updatedAt: DateTime.utc() })
    const record = recordOf(agent, agent.name, 'agent.removed', by.userId)
    await this.audit.change(agent, 'save', record)
    await allowReturns(agent.tenantId)
    tell(this.emitter, 'chat.agent.updated', { agent })
    if (then === 'requeue') {
      await this.requeue.allOf(agent, `${by.name} removed ${agent.name} from the agents`)
    }
  }

  #serving(tenantId: string) {
    return Agent.query().where({ tenant_id: tenantId, is_serving: true })
  }

  async #replace(
    agent: Agent,
    what: 'department' | 'widget',
    table: string,
    externalIds: string[] | undefined,
    trx: TransactionClientContract
  ) {
    if (!externalIds) return
    const links = chatTable(`agent_${what}s`)
    await trx.from(links).where('agent_id', agent.id).delete()
    if (externalIds.length === 0) return
    const rows = await trx
      .from(table)
      .where('tenant_id', agent.tenantId)
      .whereIn('external_id', externalIds)
      .select('id')
    if (rows.length < new Set(externalIds).size) throw new ScopeUnknown([what])
    await trx
      .table(links)
      .multiInsert(rows.map(({ id }) => ({ agent_id: agent.id, [`${what}_id`]: id })))
  }
}
