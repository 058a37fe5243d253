import Conversation from '#chat/models/conversation'

/**
 * Who serves what has changed: whoever passed a waiting conversation on may be the only one left for it,
 * and to get it back is better for the visitor than to wait for nobody.
 */
export async function allowReturns(tenantId: string): Promise<void> {
  const waiting = await Conversation.query()
    .where('tenant_id', tenantId)
    .whereNotNull('queued_at')
    .whereNotNull('passed_on_by_id')
    .select('id')
  const ids = waiting.map(({ id }) => id)
  if (ids.length) await Conversation.query().whereIn('id', ids).update({ passed_on_by_id: null })
}
