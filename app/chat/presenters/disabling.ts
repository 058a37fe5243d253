import { moduleInUse } from '#chat/services/setup/module_in_use'

/** What stops when a tenant's module is switched off, one sentence each. */
export async function disableConsequences(tenantId: string): Promise<string[]> {
  const { openConversations, activeWidgets } = await moduleInUse(tenantId)
  return [
    openConversations === 1
      ? 'The open conversation stops: neither side can write.'
      : openConversations
        ? `${openConversations} open conversations stop: neither side can write.`
        : '',
    activeWidgets === 1
      ? 'The widget shows no chat on its website.'
      : activeWidgets
        ? `${activeWidgets} widgets show no chat on their websites.`
        : '',
    'Agents leave the inbox: their live connections end.',
  ].filter(Boolean)
}
