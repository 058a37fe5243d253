import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Message, { type MessageType, type MessageVisibility } from '#chat/models/message'
import { toSqlUtc } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'
import type { SenderType } from '#chat/models/conversation'

const PREVIEW_LENGTH = 160

/** SQLite takes some 32,000 values in a statement and refuses more. */
const IDS_PER_STATEMENT = 500

export interface MessageDraft {
  senderType: SenderType
  senderId: number | null
  senderName: string
  type: MessageType
  visibility: MessageVisibility
  content: string
  clientMessageId?: string | null
  metadata?: Record<string, unknown> | null
}

/**
 * Writes a message at the end of a conversation that the transaction has locked, giving it the next
 * `seq`. The conversation's counters follow; the caller saves them in the same transaction.
 *
 * A second message with the sender's `clientMessageId` is refused by the database (C13).
 */
export async function appendMessage(
  conversation: Conversation,
  draft: MessageDraft,
  trx: TransactionClientContract
): Promise<Message> {
  const now = DateTime.utc()
  conversation.lastSeq += 1

  const message = await Message.create(
    {
      externalId: randomUUID(),
      tenantId: conversation.tenantId,
      conversationId: conversation.id,
      seq: conversation.lastSeq,
      clientMessageId: draft.clientMessageId ?? null,
      senderType: draft.senderType,
      senderId: draft.senderId,
      senderName: draft.senderName,
      visibility: draft.visibility,
      type: draft.type,
      content: draft.content,
      metadata: draft.metadata ?? null,
      readAt: null,
      createdAt: now,
    },
    { client: trx }
  )

  if (draft.type === 'text' || draft.type === 'file') {
    conversation.messageCount += 1
    conversation.lastMessage = preview(draft.content)
    conversation.lastMessageSenderType = draft.senderType
    conversation.lastMessageSenderId = draft.senderId
    conversation.lastMessageAt = now
  }
  conversation.updatedAt = now
  return message
}

/** The message that a sender has stored under this id already, and where; null when there is none (C13). */
export async function storedBefore(
  senderType: SenderType,
  senderId: number,
  clientMessageId: string
): Promise<{ conversation: Conversation; message: Message } | null> {
  const message = await Message.query()
    .where({
      sender_type: senderType,
      sender_id: senderId,
      client_message_id: clientMessageId,
    })
    .first()
  if (!message) return null
  return { conversation: await Conversation.findOrFail(message.conversationId), message }
}

/**
 * Whoever replies has read what the visitor said before. The caller moves the conversation's marks.
 *
 * By their ids: an update over a range of `seq` would lock where it ends, too, which is the beginning of
 * the next conversation, and replies to neighbours at the same moment would wait for each other.
 */
export async function markReadByAgents(conversation: Conversation, trx: TransactionClientContract) {
  if (conversation.agentUnreadCount === 0) return
  const unread = await Message.query({ client: trx })
    .where({ conversation_id: conversation.id, sender_type: 'visitor' })
    .where('seq', '>', conversation.agentReadSeq)
    .whereNull('read_at')
    .select('id')
    .pojo<{ id: number }>()
  const ids = unread.map(({ id }) => id)
  const readAt = toSqlUtc(DateTime.utc())
  for (let from = 0; from < ids.length; from += IDS_PER_STATEMENT) {
    await Message.query({ client: trx })
      .whereIn('id', ids.slice(from, from + IDS_PER_STATEMENT))
      .update({ read_at: readAt })
  }
}

/** One line of a message, cut between characters, never within one. */
function preview(content: string) {
  const line = content.replace(/\s+/g, ' ').trim()
  return line.length <= PREVIEW_LENGTH
    ? line
    : `${[...line].slice(0, PREVIEW_LENGTH - 1).join('')}…`
}
