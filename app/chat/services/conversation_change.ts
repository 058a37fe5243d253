import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { lockRow } from '#chat/services/row_lock'
import { tell } from '#chat/services/tell'

/** Changes a locked conversation and says what happened, in lines of its thread. */
export type Change = (
  conversation: Conversation,
  trx: TransactionClientContract
) => Promise<Message[]>

/**
 * One transaction under the conversation's lock; told after commit, and only when something changed.
 * Answers with the conversation as it was stored.
 */
export async function changeConversation(
  db: Database,
  emitter: EmitterLike<EventsList>,
  conversation: Conversation,
  change: Change
): Promise<Conversation> {
  const { locked, messages } = await db.transaction(async (trx) => {
    const row = await lockRow(Conversation, conversation.id, trx)
    const lines = await change(row, trx)
    await row.useTransaction(trx).save()
    return { locked: row, messages: lines }
  })
  for (const message of messages) {
    tell(emitter, 'chat.message.sent', { conversation: locked, message })
  }
  if (messages.length) tell(emitter, 'chat.conversation.updated', { conversation: locked })
  return locked
}
