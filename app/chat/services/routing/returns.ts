import Conversation from '#chat/models/conversation'
import { isServedByOthers } from '#chat/services/routing/available_agents'

/**
 * Who serves what has changed: where nobody else is left for a waiting conversation, whoever passed it on
 * may get it back, rather than the visitor wait for nobody.
 */
export async function allowReturns(tenantId: string): Promise<void> {
  const passedOn = await Conversation.query()
    .where('tenant_id', tenantId)
    .whereNotNull('queued_at')
    .whereNotNull('passed_on_by_id')
  for (const conversation of passedOn) {
    if (await isServedByOthers(conversation, conversation.passedOnById!)) continue
    await Conversation.query().where('id', conversation.id).update({ passed_on_by_id: null })
  }
}
