import Conversation from '#chat/models/conversation'
import { isServedByOthers } from '#chat/services/team/available_agents'

/**
 * Called when agents' scopes have changed. Where no other agent is left for a waiting conversation, the agent who
 * transferred it may get it back: otherwise the visitor would wait indefinitely.
 */
export async function releaseTransferExclusions(tenantId: string): Promise<void> {
  const transferred = await Conversation.query()
    .where('tenant_id', tenantId)
    .whereNotNull('queued_at')
    .whereNotNull('passed_on_by_id')
  for (const conversation of transferred) {
    if (await isServedByOthers(conversation, conversation.transferredById!)) continue
    await Conversation.query().where('id', conversation.id).update({ passed_on_by_id: null })
  }
}
