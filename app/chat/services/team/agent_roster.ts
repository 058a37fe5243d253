import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import Agent from '#chat/models/agent'
import type { Reference } from '#chat/models/reference'
import { AgentExists, AgentNotFound, AgentNotServing } from '#chat/exceptions/chat_errors'
import type { AgentDirectory } from '#chat/services/team/agent_directory'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import type { Requeue } from '#chat/services/routing/requeue'
import { releaseTransferExclusions } from '#chat/services/routing/returns'
import { lockAgentSettings } from '#chat/services/routing/routing_lock'
import type { TeamSettingsCatalog } from '#chat/services/team/team_settings'
import { replaceScopeLinks } from '#chat/services/team/scope_links'
import { scopesOf, sharedScopes, type Scope } from '#chat/services/team/scopes'
import { lockRow } from '#chat/support/row_lock'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { houseText } from '#chat/texts/text'

/** The settings of a serving agent. */
export interface AgentSettings {
  maxConcurrentChats: number
  departmentIds: Reference[]
  /** Empty means every widget. */
  widgetIds: Reference[]
}

/** An agent with their settings and scope. */
export interface RosterEntry {
  agent: Agent
  scope: Scope
}

/** The agents who take chats from the queue (R1, R5), as admins decide under Chat > Agents. */
export class AgentRoster {
  constructor(
    protected host: CrmHost,
    protected db: QueryClientContract,
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory,
    protected requeue: Requeue,
    protected teamSettings: TeamSettingsCatalog,
    protected audit: AuditLog
  ) {}

  /** The serving agents by name. */
  async list(tenantId: string): Promise<RosterEntry[]> {
    const agents = await this.#serving(tenantId).orderBy('name').orderBy('id')
    const scopes = await scopesOf(agents.map(({ id }) => id))
    return agents.map((agent) => ({ agent, scope: scopes.get(agent.id)! }))
  }

  /**
   * Every agent that a conversation or a message can name: serving ones, those who only use the chat, and removed
   * ones who kept their chats.
   */
  async everyone(tenantId: string, { isServing }: { isServing?: boolean } = {}) {
    const query = Agent.query().where('tenant_id', tenantId).orderBy('id')
    if (isServing !== undefined) query.where('is_serving', isServing)
    const agents = await query
    const scopes = await scopesOf(agents.map(({ id }) => id))
    return agents.map((agent): RosterEntry => ({ agent, scope: scopes.get(agent.id)! }))
  }

  /** @throws AgentNotFound when the tenant has no such agent, serving or not */
  async findAny(tenantId: string, reference: Reference): Promise<RosterEntry> {
    const agent = await this.agents.named(tenantId, reference)
    if (!agent) throw new AgentNotFound()
    const scopes = await scopesOf([agent.id])
    return { agent, scope: scopes.get(agent.id)! }
  }

  /**
   * @throws AgentNotFound when the tenant has no such agent
   * @throws AgentNotServing when the agent takes no chats from the queue
   */
  async find(tenantId: string, reference: Reference): Promise<RosterEntry> {
    const entry = await this.findAny(tenantId, reference)
    if (!entry.agent.isServing) throw new AgentNotServing()
    return entry
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
   * @throws AgentExists when the user already does: the settings stay as they are
   * @throws NotAssignable when the user is unknown, inactive or may not reply
   * @throws ScopeUnknown when the tenant has no such department or widget
   */
  async add(
    tenantId: string,
    userId: string,
    settings: AgentSettings,
    byUserId: string | null = null
  ): Promise<Agent> {
    const agent = await this.agents.assignable(tenantId, userId)
    return this.#save(agent, settings, byUserId, (locked) => {
      if (locked.isServing) throw new AgentExists([locked.name])
    })
  }

  /**
   * Changes the named settings of an agent; more capacity or a wider scope takes effect within a moment.
   *
   * @throws ScopeUnknown when the tenant has no such department or widget: dropping an unknown widget could leave
   *   none, which means every widget
   */
  update(
    agent: Agent,
    settings: Partial<AgentSettings>,
    byUserId: string | null = null
  ): Promise<Agent> {
    return this.#save(agent, settings, byUserId)
  }

  async #save(
    agent: Agent,
    settings: Partial<AgentSettings>,
    byUserId: string | null,
    demand: (locked: Agent) => void = () => {}
  ): Promise<Agent> {
    const { saved, isRescoped } = await this.db.transaction(async (trx) => {
      await lockAgentSettings(agent.tenantId, trx)
      const locked = await lockRow(Agent, agent.id, trx)
      demand(locked)
      const before = await scopesOf([agent.id], trx)
      const { maxConcurrentChats = locked.maxConcurrentChats } = settings
      const action = locked.isServing ? 'agent.updated' : 'agent.added'
      const { awaitingVisitorCounts } = await this.teamSettings.of(agent.tenantId, trx)
      const updatedAt = DateTime.utc()
      locked.merge({ isServing: true, maxConcurrentChats, awaitingVisitorCounts, updatedAt })
      await locked.useTransaction(trx).save()
      await replaceScopeLinks(locked, 'department', settings.departmentIds, trx)
      await replaceScopeLinks(locked, 'widget', settings.widgetIds, trx)
      const scopes = [...before, ...(await scopesOf([agent.id], trx))]
      const changed = action === 'agent.updated' ? Object.keys(settings) : []
      await this.audit.record({ ...recordOf(locked, locked.name, action, byUserId), changed }, trx)
      return { saved: locked, isRescoped: sharedScopes(scopes).length > 1 }
    })
    await releaseTransferExclusions(agent.tenantId)
    emitAfterCommit(this.emitter, 'chat.agent.updated', { agent: saved, isRescoped })
    return saved
  }

  /** Stops assigning chats to the agent; their conversations stay with them, or go back to the queue. */
  async remove(agent: Agent, by: Agent, then: 'keep' | 'requeue'): Promise<void> {
    agent.merge({ isServing: false, updatedAt: DateTime.utc() })
    const record = recordOf(agent, agent.name, 'agent.removed', by.userId)
    await this.audit.change(agent, 'save', record)
    await releaseTransferExclusions(agent.tenantId)
    emitAfterCommit(this.emitter, 'chat.agent.updated', { agent })
    if (then === 'requeue') {
      await this.requeue.allOf(
        agent,
        houseText('system_lines.agent_removed', { agent: by.name, removed: agent.name })
      )
    }
  }

  #serving(tenantId: string) {
    return Agent.query().where({ tenant_id: tenantId, is_serving: true })
  }
}
