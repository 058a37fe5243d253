import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import PlannedReply from '#chat/models/planned_reply'
import { TooManyPlanned } from '#chat/exceptions/chat_errors'

/** The most planned replies of one conversation. */
export const MOST_PLANNED = 20

/** A reply to send at a time. */
export interface PlannedDraft {
  content: string
  clientMessageId: string
  dueAt: DateTime
}

/** @throws TooManyPlanned */
export async function assertFew({ id }: Conversation, client: TransactionClientContract) {
  const [{ total }] = await PlannedReply.query({ client })
    .where('conversation_id', id)
    .count('* as total')
    .pojo<{ total: number | string }>()
  if (Number(total) >= MOST_PLANNED) throw new TooManyPlanned([String(MOST_PLANNED)])
}
