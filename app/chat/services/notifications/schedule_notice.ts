import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ConversationAssigned } from '#chat/events/chat_events'
import type Conversation from '#chat/models/conversation'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { NoticeKind } from '#chat/services/notifications/notice_kinds'

/** The kind of scheduled action that raises a notification. */
export const NOTICE = 'notice'

/** What a scheduled notification is about, beside its conversation. */
export interface NoticePayload {
  kind: NoticeKind
  agentId: number
  seq: number
  byAgentId: number | null
  messageId: number | null
}

/** Schedules the notification of an assignment, in the transaction that assigns; what agents take is no news to them. */
export async function scheduleAssigned(
  dueActions: DueActions,
  { conversation, note, by }: ConversationAssigned,
  trx: TransactionClientContract
): Promise<void> {
  const agentId = conversation.agentId!
  if (by?.id === agentId) return
  const about = {
    seq: conversation.lastSeq,
    byAgentId: by?.id ?? null,
    messageId: note?.id ?? null,
  }
  await schedule(dueActions, conversation, { kind: 'assigned', agentId, ...about }, trx)
}

/** Schedules the notification of a snooze's end, in the transaction that ends it. */
export function scheduleWoken(
  dueActions: DueActions,
  conversation: Conversation,
  agentId: number,
  trx: TransactionClientContract
): Promise<void> {
  const about = { seq: conversation.lastSeq, byAgentId: null, messageId: null }
  return schedule(dueActions, conversation, { kind: 'woken', agentId, ...about }, trx)
}

function schedule(
  dueActions: DueActions,
  conversation: Conversation,
  payload: NoticePayload,
  trx: TransactionClientContract
) {
  const order = { purpose: 'notice', kind: NOTICE, dueAt: DateTime.utc() } as const
  return dueActions.schedule(conversation, { ...order, payload: { ...payload } }, trx)
}
