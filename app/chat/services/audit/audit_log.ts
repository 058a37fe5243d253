import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import AuditEntry from '#chat/models/audit_entry'
import type { TenantModel } from '#chat/models/tenant_model'
import type { AuditAction, AuditArea } from '#chat/services/audit/audit_actions'
import { decodeCursor, encodeCursor } from '#chat/services/page_cursor'

export type { AuditAction, AuditArea }

const NAME_LENGTH = 255

/** What changes by itself with every change, and says nothing about it. */
const BOOKKEEPING = ['updatedAt', 'createdAt', 'userUpdatedId', 'userCreatedId', 'nameKey']

/** What was done, by which user, to what. */
export interface AuditRecord {
  tenantId: string
  /** The CRM user who did it; null for a program in the host's own process. */
  userId: string | null
  action: AuditAction
  subject?: { id: string; name: string }
  /** Names of the changed attributes. */
  changed?: string[]
}

/** The record of what a user did to a row that is called `name`. */
export const recordOf = (
  { tenantId, externalId }: TenantModel,
  name: string,
  action: AuditAction,
  userId: string | null
): AuditRecord => ({ tenantId, userId, action, subject: { id: externalId, name } })

/** Which part of the log: one area, one page. */
export interface AuditPage {
  area?: AuditArea
  cursor?: string
  limit: number
}

/**
 * Who did what to the chat's settings, team and data (A5). What happens to a conversation stands in its own
 * thread; only its deletion stands here.
 */
export class AuditLog {
  constructor(protected db: Database) {}

  /** Adds an entry, in the transaction of what it is about where there is one. */
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

  /** Saves or deletes a row and records it: both happen, or neither. An update that changes nothing leaves no entry. */
  async change<T extends TenantModel>(
    model: T,
    what: 'save' | 'delete',
    record: AuditRecord
  ): Promise<T> {
    const isUpdate = record.action.endsWith('.updated')
    const dirty = Object.keys(model.$dirty).filter((name) => !BOOKKEEPING.includes(name))
    const changed = isUpdate ? dirty : []
    await this.db.transaction(async (trx) => {
      await model.useTransaction(trx)[what]()
      if (isUpdate && changed.length === 0) return
      await this.record({ ...record, changed }, trx)
    })
    return model
  }

  /** A page of a tenant's log, the newest first. */
  async page(tenantId: string, { area, cursor, limit }: AuditPage) {
    const after = decodeCursor(cursor)
    const query = AuditEntry.query().where('tenant_id', tenantId)
    if (area) query.where('area', area)
    if (after) query.where('id', '<', after.id)
    const rows = await query.orderBy('id', 'desc').limit(limit + 1)
    const entries = rows.slice(0, limit)
    const last = entries.at(-1)
    const isMore = rows.length > limit
    return {
      entries,
      nextCursor: isMore ? encodeCursor({ moment: last!.createdAt, id: last!.id }) : null,
    }
  }
}
