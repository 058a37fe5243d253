import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import type Conversation from '#chat/models/conversation'

const ABOUT = ['notifications', 'notification_mutes', 'agent_looks']

/** Deletes what agents were notified of in a conversation, and who looked at it. */
export async function forgetNotifications({ id }: Conversation, trx: TransactionClientContract) {
  for (const name of ABOUT) await trx.from(chatTable(name)).where('conversation_id', id).delete()
}
