import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { UndoableAction } from '#chat/services/conversations/undoable_action'
import { houseText } from '#chat/texts/text'

/** Marks a locked conversation with a pending action. The caller saves, and schedules the action. */
export function setPending(
  conversation: Conversation,
  action: UndoableAction,
  by: Agent,
  until: DateTime
) {
  conversation.pendingAction = action
  conversation.pendingById = by.id
  conversation.pendingUntil = until
}

/** Removes the mark: the action took effect, was undone, or another change came first. The caller saves. */
export function clearPending(conversation: Conversation) {
  conversation.pendingAction = null
  conversation.pendingById = null
  conversation.pendingUntil = null
}

/**
 * Cancels the pending action of a locked conversation because a message has arrived, and adds a line about it for
 * agents. The caller saves.
 */
export async function cancelPending(
  conversation: Conversation,
  reason: string,
  trx: TransactionClientContract
): Promise<Message[]> {
  const action = conversation.pendingAction
  if (!action) return []
  clearPending(conversation)
  return [
    await addSystemLine(
      conversation,
      'kept',
      houseText(`system_lines.kept.${action}`, { reason }),
      trx
    ),
  ]
}
