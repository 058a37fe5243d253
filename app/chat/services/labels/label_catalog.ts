import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import Label from '#chat/models/label'
import { namedBy, namedByAny, type Reference } from '#chat/models/reference'
import { LabelExists, LabelNotFound, TooManyLabels } from '#chat/exceptions/chat_errors'
import {
  LABEL_COLORS,
  MAX_LABELS,
  nameKeyOf,
  type LabelAttributes,
} from '#chat/services/labels/label_attributes'
import { recordOf, type AuditAction, type AuditLog } from '#chat/services/audit/audit_log'
import { isDuplicate } from '#chat/support/row_lock'

/** The labels of a tenant, managed under Settings > Chat labels (C7). */
export class LabelCatalog {
  constructor(protected audit: AuditLog) {}

  /** All labels, by name. */
  list(tenantId: string): Promise<Label[]> {
    return Label.query().where('tenant_id', tenantId).orderBy('name')
  }

  /** @throws LabelNotFound when the tenant has no such label */
  async find(tenantId: string, reference: Reference): Promise<Label> {
    const label = await Label.query()
      .where({ tenant_id: tenantId, ...namedBy(reference) })
      .first()
    if (!label) throw new LabelNotFound()
    return label
  }

  /** The labels that references name, without duplicates and by name; unknown references are left out. */
  findAll(tenantId: string, references: Reference[]): Promise<Label[]> {
    const { ids, uuids } = namedByAny(references)
    return Label.query()
      .where('tenant_id', tenantId)
      .where((named) => named.whereIn('id', ids).orWhereIn('external_id', uuids))
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
    if (known.length >= MAX_LABELS) throw new TooManyLabels([String(MAX_LABELS)])
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

  /** The label of this name; creates it in an unused colour when there is none. */
  async named(tenantId: string, name: string, userId: string | null = null): Promise<Label> {
    const known = await this.findNamed(tenantId, name)
    if (known) return known
    const labels = await this.list(tenantId)
    const color = LABEL_COLORS[labels.length % LABEL_COLORS.length]
    try {
      return await this.create(tenantId, { name, color }, userId)
    } catch (error) {
      // Another request has created it in the same moment
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

  /** Removes a label, also from the conversations that carry it. */
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
