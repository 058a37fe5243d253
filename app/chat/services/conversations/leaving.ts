import Conversation from '#chat/models/conversation'
import DueAction from '#chat/models/due_action'
import type { Purpose } from '#chat/services/due_actions/due_actions'

const ACTION: Purpose = 'inbox-action'

/**
 * The ids of a tenant's conversations that are about to be resolved, closed or archived. Read from the keys of due
 * actions: only as many as agents acted on in the last seconds.
 */
export async function leavingConversations(tenantId: string): Promise<number[]> {
  const due = await DueAction.query()
    .where('key', '>', `${ACTION}:`)
    .where('key', '<', `${ACTION};`)
    .where('tenant_id', tenantId)
    .select('conversation_id')
  if (due.length === 0) return []
  const ids = due.flatMap(({ conversationId }) => conversationId ?? [])
  const leaving = await Conversation.query()
    .whereIn('id', ids)
    .select('id')
    .whereNotNull('pending_action')
  return leaving.map(({ id }) => id)
}
