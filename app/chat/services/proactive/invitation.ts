import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type ProactiveRule from '#chat/models/proactive_rule'
import type Widget from '#chat/models/widget'
import { appendMessage } from '#chat/services/conversations/message_log'

/**
 * Puts the message that a visitor answers before their own into a locked conversation, so that agents read both.
 * Without an answered message nothing is added.
 */
export async function addInvitation(
  conversation: Conversation,
  rule: ProactiveRule | null,
  { welcomeTitle }: Widget,
  trx: TransactionClientContract
): Promise<Message[]> {
  if (!rule) return []
  const message = await appendMessage(
    conversation,
    {
      senderType: 'bot',
      senderId: null,
      senderName: rule.senderName ?? welcomeTitle,
      type: 'text',
      visibility: 'public',
      content: rule.message,
      metadata: { proactive_rule: rule.externalId },
    },
    trx
  )
  return [message]
}
