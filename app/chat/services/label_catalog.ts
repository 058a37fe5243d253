import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import Label from '#chat/models/label'
import { LabelExists, LabelNotFound, TooManyLabels } from '#chat/exceptions/chat_errors'
import {
  LABEL_COLORS,
  MAX_LABELS,
  nameKeyOf,
  type LabelAttributes,
} from '#chat/services/label_attributes'
import { recordOf, type AuditAction, type AuditLog } from '#chat/services/audit/audit_log'
import { isDuplicate } from '#chat/services/row_lock'

/** The labels of a tenant: what admins keep under Settings > Chat labels (C7). */
export class LabelCatalog {
  constructor(protected audit: AuditLog) {}

  /** All of them, by name. */
  list(tenantId: string): Promise<Label[]> {
    return Label.query().where('tenant_id', tenantId).orderBy('name')
  }

  /** @throws LabelNotFound when the tenant has no such label */
  async find(tenantId: string, externalId: string): Promise<Label> {
    const label = await Label.query()
      .where({ tenant_id: tenantId, external_id: externalId })
      .first()
    if (!label) throw new LabelNotFound()
    return label
  }

  /** Those of these labels that the tenant has, by name. */
  findAll(tenantId: string, externalIds: string[]): Promise<Label[]> {
    return Label.query()
      .where('tenant_id', tenantId)
      .whereIn('external_id', externalIds)
      .orderBy('name')
  }

  /**
   * @throws LabelExists when another label has the name
   * @throws TooManyLabels
   */
  async create(
    tenantId: string,
    { name, color }: LabelAttributes,
    userId: string | null = null
  ): Promise<Label> {
    const known = await Label.query().where('tenant_id', tenantId).select('id').limit(MAX_LABELS)
    if (known.length >= MAX_LABELS) throw new TooManyLabels([`${MAX_LABELS} labels`])
    const now = DateTime.utc()
    const nameKey = nameKeyOf(name)
    const row = { externalId: randomUUID(), tenantId, name, nameKey, color }
    const label = new Label().fill({ ...row, createdAt: now, updatedAt: now })
    return this.#save(label, 'label.created', userId)
  }

  /** The label of this name, if the tenant has one. */
  findNamed(tenantId: string, name: string): Promise<Label | null> {
    return Label.query()
      .where({ tenant_id: tenantId, name_key: nameKeyOf(name) })
      .first()
  }

  /** The label of this name, made in a colour of its own when there is none yet. */
  async named(tenantId: string, name: string, userId: string | null = null): Promise<Label> {
    const known = await this.findNamed(tenantId, name)
    if (known) return known
    const labels = await this.list(tenantId)
    const color = LABEL_COLORS[labels.length % LABEL_COLORS.length]
    try {
      return await this.create(tenantId, { name, color }, userId)
    } catch (error) {
      // Somebody else made it just now
      const made = error instanceof LabelExists ? await this.findNamed(tenantId, name) : null
      if (!made) throw error
      return made
    }
  }

  /** @throws LabelExists when another label has the name */
  update(
    label: Label,
    { name, color }: LabelAttributes,
    userId: string | null = null
  ): Promise<Label> {
    label.merge({ name, nameKey: nameKeyOf(name), color, updatedAt: DateTime.utc() })
    return this.#save(label, 'label.updated', userId)
  }

  /** Removes a label, from the conversations that carry it as well. */
  async remove(label: Label, userId: string | null = null): Promise<void> {
    await this.audit.change(label, 'delete', recordOf(label, label.name, 'label.deleted', userId))
  }

  async #save(label: Label, action: AuditAction, userId: string | null) {
    try {
      return await this.audit.change(label, 'save', recordOf(label, label.name, action, userId))
    } catch (error) {
      if (isDuplicate(error)) throw new LabelExists()
      throw error
    }
  }
}
