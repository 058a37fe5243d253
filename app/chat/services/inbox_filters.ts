import Agent from '#chat/models/agent'
import Label from '#chat/models/label'
import Widget from '#chat/models/widget'
import type { InboxAddress } from '#chat/services/inbox_address'
import { GONE, type InboxScope, type Narrowing } from '#chat/services/inbox_scope'

/** Turns the filters of an address into what lists are asked for. */
export class InboxFilters {
  /**
   * The scope that an address means for this agent. Under what the tenant does not have (any more)
   * there is nothing: a saved view of a label must not show everything once the label is deleted.
   */
  async scope(tenantId: string, agentId: number | null, address: InboxAddress) {
    const [widgetId, labelId, assigneeId] = await Promise.all([
      this.#id(Widget, tenantId, address.widget),
      this.#id(Label, tenantId, address.label),
      this.#assignee(tenantId, agentId, address.agent),
    ])
    const narrow: Narrowing = { widgetId, labelId, assigneeId, priority: address.priority }
    const { filter, q, sort } = address
    return { filter, agentId, narrow, q, sort } satisfies InboxScope
  }

  /** What can be chosen from: the tenant's widgets, labels and agents, each by name. */
  async choices(tenantId: string) {
    const [widgets, labels, agents] = await Promise.all([
      Widget.query().where('tenant_id', tenantId).whereNull('deleted_at').orderBy('name'),
      Label.query().where('tenant_id', tenantId).orderBy('name'),
      Agent.query().where('tenant_id', tenantId).orderBy('name').limit(200),
    ])
    return { widgets, labels, agents }
  }

  async #assignee(tenantId: string, agentId: number | null, asked?: string) {
    if (asked === 'nobody') return null
    if (asked === 'me') return agentId ?? GONE
    return this.#id(Agent, tenantId, asked)
  }

  async #id(
    model: typeof Widget | typeof Label | typeof Agent,
    tenantId: string,
    externalId?: string
  ): Promise<number | undefined> {
    if (!externalId) return undefined
    const query = model.query().where({ tenant_id: tenantId, external_id: externalId })
    if (model === Widget) query.whereNull('deleted_at')
    const [found] = await query.select('id').limit(1).pojo<{ id: number }>()
    return found?.id ?? GONE
  }
}
