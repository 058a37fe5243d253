import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Agent from '#chat/models/agent'
import TeamSettings from '#chat/models/team_settings'
import type { AuditLog } from '#chat/services/audit/audit_log'
import { lockAgentSettings } from '#chat/services/routing/routing_lock'
import { emitAfterCommit } from '#chat/support/emit_after_commit'

/** The settings of a tenant's whole team. */
export interface TeamChoices {
  /** Whether conversations that await the visitor count towards an agent's maximum. */
  awaitingVisitorCounts: boolean
}

/** The settings of a tenant's whole team, as admins decide under Chat > Agents. */
export class TeamSettingsCatalog {
  constructor(
    protected db: QueryClientContract,
    protected emitter: EmitterLike<EventsList>,
    protected audit: AuditLog
  ) {}

  /** The tenant's settings, or the defaults. */
  async of(tenantId: string, client?: TransactionClientContract): Promise<TeamChoices> {
    const row = await TeamSettings.query({ client }).where('tenant_id', tenantId).first()
    return { awaitingVisitorCounts: row?.awaitingVisitorCounts ?? true }
  }

  /**
   * Changes the named settings. Counts stay as they are: each agent's row carries a copy of the setting, so that
   * their capacity follows from the row. Capacity gained is assigned within a moment.
   */
  async change(
    tenantId: string,
    choices: Partial<TeamChoices>,
    byUserId: string | null = null
  ): Promise<TeamChoices> {
    const agents = await this.db.transaction(async (trx) => {
      await lockAgentSettings(tenantId, trx)
      const now = DateTime.utc()
      const row =
        (await TeamSettings.query({ client: trx }).where('tenant_id', tenantId).first()) ??
        new TeamSettings().fill({ ...DEFAULTS, externalId: randomUUID(), tenantId, createdAt: now })
      const { awaitingVisitorCounts = row.awaitingVisitorCounts } = choices
      if (row.awaitingVisitorCounts === awaitingVisitorCounts) return []
      row.merge({ awaitingVisitorCounts, updatedAt: now })
      await row.useTransaction(trx).save()
      const changed = ['awaitingVisitorCounts']
      await this.audit.record(
        { tenantId, userId: byUserId, action: 'setting.updated', changed },
        trx
      )
      return this.#copyToAgents(row, trx)
    })
    for (const agent of agents) emitAfterCommit(this.emitter, 'chat.agent.updated', { agent })
    return this.of(tenantId)
  }

  /** Updates agents in the order of their ids, as every transaction does that locks several. */
  async #copyToAgents(
    { tenantId, awaitingVisitorCounts }: TeamSettings,
    trx: TransactionClientContract
  ): Promise<Agent[]> {
    const serving = () =>
      Agent.query({ client: trx }).where({ tenant_id: tenantId, is_serving: true }).orderBy('id')
    for (const { id } of await serving().select('id')) {
      await Agent.query({ client: trx })
        .where('id', id)
        .update({ awaiting_visitor_counts: awaitingVisitorCounts })
    }
    return serving()
  }
}

const DEFAULTS: TeamChoices = { awaitingVisitorCounts: true }
