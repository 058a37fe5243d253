import Conversation from '#chat/models/conversation'
import Widget from '#chat/models/widget'
import { OPEN_STATUSES } from '#chat/services/conversations/status_rules'

/** A tenant's current use of the module. */
export interface ModuleUse {
  openConversations: number
  activeWidgets: number
}

/** Counts what would stop if the tenant's module were switched off. */
export async function moduleInUse(tenantId: string): Promise<ModuleUse> {
  const [conversations, widgets] = await Promise.all([
    Conversation.query()
      .where('tenant_id', tenantId)
      .whereIn('status', [...OPEN_STATUSES])
      .count('* as total'),
    Widget.query()
      .where({ tenant_id: tenantId, is_active: true })
      .whereNull('deleted_at')
      .count('* as total'),
  ])
  return { openConversations: totalOf(conversations), activeWidgets: totalOf(widgets) }
}

const totalOf = ([row]: { $extras: { total?: unknown } }[]) => Number(row.$extras.total)
