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
import { isDuplicate } from '#chat/services/row_lock'

/** The labels of a tenant: what admins keep under Settings > Chat labels (C7). */
export class LabelCatalog {
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
  async create(tenantId: string, { name, color }: LabelAttributes): Promise<Label> {
    const known = await Label.query().where('tenant_id', tenantId).select('id').limit(MAX_LABELS)
    if (known.length >= MAX_LABELS) throw new TooManyLabels([`${MAX_LABELS} labels`])
    const now = DateTime.utc()
    const nameKey = nameKeyOf(name)
    const row = { externalId: randomUUID(), tenantId, name, nameKey, color }
    return this.#unique(() => Label.create({ ...row, createdAt: now, updatedAt: now }))
  }

  /** The label of this name, if the tenant has one. */
  findNamed(tenantId: string, name: string): Promise<Label | null> {
    return Label.query()
      .where({ tenant_id: tenantId, name_key: nameKeyOf(name) })
      .first()
  }

  /** The label of this name, made in a colour of its own when there is none yet. */
  async named(tenantId: string, name: string): Promise<Label> {
    const known = await this.findNamed(tenantId, name)
    if (known) return known
    const labels = await this.list(tenantId)
    const color = LABEL_COLORS[labels.length % LABEL_COLORS.length]
    try {
      return await this.create(tenantId, { name, color })
    } catch (error) {
      // Somebody else made it just now
      const made = error instanceof LabelExists ? await this.findNamed(tenantId, name) : null
      if (!made) throw error
      return made
    }
  }

  /** @throws LabelExists when another label has the name */
  update(label: Label, { name, color }: LabelAttributes): Promise<Label> {
    label.merge({ name, nameKey: nameKeyOf(name), color, updatedAt: DateTime.utc() })
    return this.#unique(() => label.save())
  }

  /** Removes a label, from the conversations that carry it as well. */
  remove(label: Label): Promise<void> {
    return label.delete()
  }

  async #unique(write: () => Promise<Label>) {
    try {
      return await write()
    } catch (error) {
      if (isDuplicate(error)) throw new LabelExists()
      throw error
    }
  }
}
