import { moduleInUse } from '#chat/services/widgets/setup/module_in_use'
import { text } from '#chat/texts/text'

/** What stops when a tenant's module is switched off, one sentence each. */
export async function disableConsequences(tenantId: string): Promise<string[]> {
  const { openConversations, activeWidgets } = await moduleInUse(tenantId)
  return [
    openConversations ? text('module.disabling.conversations', { count: openConversations }) : '',
    activeWidgets ? text('module.disabling.widgets', { count: activeWidgets }) : '',
    text('module.disabling.agents'),
  ].filter(Boolean)
}
