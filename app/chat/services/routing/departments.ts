import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import Department from '#chat/models/department'
import { namedBy, type Reference } from '#chat/models/reference'
import { DepartmentExists, DepartmentNotFound } from '#chat/exceptions/chat_errors'
import { releaseTransferExclusions } from '#chat/services/routing/returns'
import { lockAgentSettings } from '#chat/services/routing/routing_lock'
import { recordOf, type AuditAction, type AuditLog } from '#chat/services/audit/audit_log'
import { isDuplicate, lockRow } from '#chat/support/row_lock'

/** The departments of a tenant's team (R5). */
export class Departments {
  constructor(
    protected db: QueryClientContract,
    protected audit: AuditLog
  ) {}

  /** All departments, by name. */
  list(tenantId: string): Promise<Department[]> {
    return Department.query().where('tenant_id', tenantId).orderBy('name')
  }

  /** @throws DepartmentNotFound when the tenant has no such department */
  async find(tenantId: string, reference: Reference): Promise<Department> {
    const found = await Department.query()
      .where({ tenant_id: tenantId, ...namedBy(reference) })
      .first()
    if (!found) throw new DepartmentNotFound()
    return found
  }

  /** @throws DepartmentExists when the name is taken */
  create(tenantId: string, name: string, userId: string | null = null): Promise<Department> {
    const now = DateTime.utc()
    const department = new Department().fill({
      externalId: randomUUID(),
      tenantId,
      name,
      createdAt: now,
      updatedAt: now,
    })
    return this.#save(department, 'department.created', userId)
  }

  /** @throws DepartmentExists when the name is taken */
  rename(department: Department, name: string, userId: string | null = null): Promise<Department> {
    department.merge({ name, updatedAt: DateTime.utc() })
    return this.#save(department, 'department.renamed', userId)
  }

  /** Removes a department; its waiting conversations are then open to all agents. */
  async remove(department: Department, userId: string | null = null): Promise<void> {
    await this.db.transaction(async (trx) => {
      await lockAgentSettings(department.tenantId, trx)
      const locked = await lockRow(Department, department.id, trx)
      await Conversation.query({ client: trx })
        .where('department_id', locked.id)
        .update({ department_id: null, department_since: null })
      await locked.useTransaction(trx).delete()
      await this.audit.record(
        recordOf(department, department.name, 'department.deleted', userId),
        trx
      )
    })
    await releaseTransferExclusions(department.tenantId)
  }

  async #save(department: Department, action: AuditAction, userId: string | null) {
    try {
      return await this.audit.change(
        department,
        'save',
        recordOf(department, department.name, action, userId)
      )
    } catch (error) {
      if (isDuplicate(error)) throw new DepartmentExists([department.name])
      throw error
    }
  }
}
