import Agent from '#chat/models/agent'
import Label from '#chat/models/label'
import { namedBy } from '#chat/models/reference'
import Widget from '#chat/models/widget'
import type { InboxQuery } from '#chat/services/inbox/inbox_query'
import { NamedChoices } from '#chat/services/inbox/named_choices'
import { widgetsInSight, type Sight } from '#chat/services/visibility/sight'
import { GONE, type InboxScope, type InboxConditions } from '#chat/services/inbox/inbox_scope'

/** Turns an address's query into the scope of a list. */
export class InboxFilters {
  #named = new NamedChoices()

  /**
   * The scope of a query for this agent. A widget, label or agent that the tenant does not have yields an empty list:
   * a saved view of a deleted label must not show everything.
   */
  async scope(
    tenantId: string,
    agentId: number | null,
    address: InboxQuery,
    sight: Sight | null = null
  ) {
    const [widgetId, labelId, assigneeId] = await Promise.all([
      this.#id(Widget, tenantId, address.widget),
      this.#id(Label, tenantId, address.label),
      this.#assignee(tenantId, agentId, address.agent),
    ])
    const conditions: InboxConditions = {
      widgetId,
      labelId,
      assigneeId,
      priority: address.priority,
    }
    const { filter, q, sort } = address
    return { filter, agentId, conditions, q, sort, sight } satisfies InboxScope
  }

  /** The options of the filters: widgets that the agent may see, and the tenant's labels and agents, each by name. */
  async choices(tenantId: string, sight: Sight | null = null) {
    const [widgets, labels, agents] = await Promise.all([
      this.#named.widgets(tenantId),
      this.#named.labels(tenantId),
      this.#named.agents(tenantId),
    ])
    return { widgets: widgetsInSight(widgets, sight), labels, agents }
  }

  async #assignee(tenantId: string, agentId: number | null, asked?: string) {
    if (asked === 'unassigned') return null
    if (asked === 'me') return agentId ?? GONE
    return this.#id(Agent, tenantId, asked)
  }

  async #id(
    model: typeof Widget | typeof Label | typeof Agent,
    tenantId: string,
    reference?: string
  ): Promise<number | undefined> {
    if (!reference) return undefined
    const query = model.query().where({ tenant_id: tenantId, ...namedBy(reference) })
    if (model === Widget) query.whereNull('deleted_at')
    const [found] = await query.select('id').limit(1).pojo<{ id: number }>()
    return found?.id ?? GONE
  }
}
