import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import AuditEntry from '#chat/models/audit_entry'
import type { TenantModel } from '#chat/models/tenant_model'
import type { AuditAction, AuditArea } from '#chat/services/audit/audit_actions'
import { newestFirst, type PageRequest } from '#chat/services/inbox/newest_first'
import { settingsVersion } from '#chat/services/settings/settings_version'

export type { AuditAction, AuditArea }

const NAME_LENGTH = 255

/** Columns that every change touches; they never appear in an entry. */
const BOOKKEEPING = ['updatedAt', 'createdAt', 'userUpdatedId', 'userCreatedId', 'nameKey']

/** The action, its user and the row that it changed. */
export interface AuditRecord {
  tenantId: string
  /** The CRM user who acted; null for a program that runs in the host's process. */
  userId: string | null
  action: AuditAction
  subject?: { id: string; name: string }
  /** Names of the changed attributes. */
  changed?: string[]
}

/** The record of a user's action on a row called `name`. */
export const recordOf = (
  { tenantId, externalId }: TenantModel,
  name: string,
  action: AuditAction,
  userId: string | null
): AuditRecord => ({ tenantId, userId, action, subject: { id: externalId, name } })

/** The requested part of the log: one area, one page. */
export interface AuditPage extends PageRequest {
  area?: AuditArea
}

/**
 * The record of changes to the chat's settings, team and data (A5). Conversations keep their own history in the
 * thread; only their deletion is recorded here.
 */
export class AuditLog {
  constructor(protected db: QueryClientContract) {}

  /** Adds an entry, in the transaction of the change when there is one. */
  async record(
    { tenantId, userId, action, subject, changed = [] }: AuditRecord,
    trx?: TransactionClientContract
  ): Promise<void> {
    await AuditEntry.create(
      {
        externalId: randomUUID(),
        tenantId,
        userId,
        area: action.slice(0, action.indexOf('.')) as AuditArea,
        action,
        subjectId: subject?.id ?? null,
        subjectName: subject?.name.slice(0, NAME_LENGTH) ?? null,
        changed,
        createdAt: DateTime.utc(),
      },
      { client: trx }
    )
  }

  /**
   * Saves or deletes a row of the settings and records it in one transaction, with what else is `along` with it; all
   * processes read settings again. An update without changes leaves no entry.
   */
  async change<T extends TenantModel>(
    model: T,
    what: 'save' | 'delete',
    record: AuditRecord,
    along?: (trx: TransactionClientContract) => Promise<void>
  ): Promise<T> {
    const isUpdate = record.action.endsWith('.updated')
    const dirty = Object.keys(model.$dirty).filter((name) => !BOOKKEEPING.includes(name))
    const changed = isUpdate ? dirty : []
    await this.db.transaction(async (trx) => {
      await model.useTransaction(trx)[what]()
      await along?.(trx)
      if (isUpdate && changed.length === 0) return
      await this.record({ ...record, changed }, trx)
      await settingsVersion.advance(trx)
    })
    return model
  }

  /** A page of a tenant's log, the newest first. */
  async page(tenantId: string, { area, ...request }: AuditPage) {
    const query = AuditEntry.query().where('tenant_id', tenantId)
    if (area) query.where('area', area)
    const { rows, nextCursor } = await newestFirst(query, request, ({ createdAt }) => createdAt)
    return { entries: rows, nextCursor }
  }
}
