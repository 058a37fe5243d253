import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { announce } from '#chat/services/announcements'

/** What the inbox does only after a while, so that it can be undone before the visitor hears of it. */
export const UNDOABLE_ACTIONS = ['resolve', 'close', 'archive'] as const
export type UndoableAction = (typeof UNDOABLE_ACTIONS)[number]

export const DONE: Record<UndoableAction, string> = {
  resolve: 'resolved',
  close: 'closed',
  archive: 'archived',
}

/** Marks a locked conversation. The caller saves, and schedules what follows. */
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

/** What was pending is not any more: it was done, undone, or something else came first. The caller saves. */
export function clearPending(conversation: Conversation) {
  conversation.pendingAction = null
  conversation.pendingById = null
  conversation.pendingUntil = null
}

/**
 * Gives up what is pending for a locked conversation, since its people go on talking, and tells agents so
 * in a line of the thread. The caller saves.
 */
export async function cancelPending(
  conversation: Conversation,
  reason: string,
  trx: TransactionClientContract
): Promise<Message[]> {
  const action = conversation.pendingAction
  if (!action) return []
  clearPending(conversation)
  return [await announce(conversation, 'kept', `Not ${DONE[action]}: ${reason}`, trx)]
}
