import Agent from '#chat/models/agent'
import Label from '#chat/models/label'
import Widget from '#chat/models/widget'
import { settingsVersion, type ReadMark } from '#chat/services/settings/settings_version'

/** What a list can be filtered by, as a menu shows it. */
export interface Choice {
  id: number
  externalId: string
  name: string
}

interface Known {
  widgets: Promise<Choice[]>
  labels: Promise<Choice[]>
  readAt: ReadMark
}

/** More tenants than this are read again. */
const MOST_TENANTS = 1000
const MOST_AGENTS = 200

/**
 * The names of a tenant's widgets, labels and agents, each in their order. Each page of the inbox shows them all, so
 * widgets and labels are kept while the version of the settings stands.
 */
export class NamedChoices {
  #known = new Map<string, Known>()

  widgets(tenantId: string): Promise<Choice[]> {
    return this.#of(tenantId).widgets
  }

  labels(tenantId: string): Promise<Choice[]> {
    return this.#of(tenantId).labels
  }

  agents(tenantId: string): Promise<Choice[]> {
    return choices(Agent.query().where('tenant_id', tenantId).limit(MOST_AGENTS))
  }

  #of(tenantId: string): Known {
    const known = this.#known.get(tenantId)
    if (known && settingsVersion.holds(known.readAt)) return known
    if (this.#known.size >= MOST_TENANTS) this.#known.clear()
    const readAt = settingsVersion.mark()
    const widgets = choices(Widget.query().where('tenant_id', tenantId).whereNull('deleted_at'))
    const labels = choices(Label.query().where('tenant_id', tenantId))
    const read = { widgets, labels, readAt }
    this.#known.set(tenantId, read)
    for (const each of [widgets, labels]) each.catch(() => this.#known.delete(tenantId))
    return read
  }
}

type Named = typeof Agent | typeof Label | typeof Widget

async function choices(query: ReturnType<Named['query']>): Promise<Choice[]> {
  const rows = await query
    .orderBy('name')
    .select('id', 'external_id', 'name')
    .pojo<{ id: number; external_id: string; name: string }>()
  return rows.map(({ id, external_id: externalId, name }) => ({ id, externalId, name }))
}
