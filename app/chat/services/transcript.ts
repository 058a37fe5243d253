import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'

const MAX_MESSAGES = 500

/** What was said, as plain text: public messages only, oldest first, the last 500 of a long thread. */
export async function transcriptOf(conversation: Conversation, trx: TransactionClientContract) {
  const newest = await Message.query({ client: trx })
    .where({ conversation_id: conversation.id, visibility: 'public' })
    .whereIn('type', ['text', 'file'])
    .orderBy('seq', 'desc')
    .limit(MAX_MESSAGES)
  const lines = newest
    .reverse()
    .map(
      ({ createdAt, senderName, content }) =>
        `[${createdAt.toFormat('yyyy-LL-dd HH:mm')} UTC] ${senderName}: ${content}`
    )
  const cut = conversation.messageCount > newest.length ? ['(earlier messages left out)'] : []
  return [`Chat ${conversation.displayNumber}`, ...cut, ...lines].join('\n')
}
