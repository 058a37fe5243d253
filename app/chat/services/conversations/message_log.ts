import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Message, { type MessageType, type MessageVisibility } from '#chat/models/message'
import { toSqlUtc } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'
import type { SenderType } from '#chat/models/conversation_thread'
import {
  filesInMetadata,
  giveFiles,
  textOf,
  unsentFiles,
} from '#chat/services/attachments/sent_files'
import { messageContent } from '#chat/services/conversations/message_rules'

const PREVIEW_LENGTH = 160

/** SQLite accepts some 32,000 values per statement. */
const IDS_PER_STATEMENT = 500

export interface MessageDraft {
  senderType: SenderType
  senderId: number | null
  senderName: string
  type: MessageType
  visibility: MessageVisibility
  content: string
  /** The ids of the sender's unsent files. */
  attachments?: readonly string[]
  clientMessageId?: string | null
  isVerified?: boolean
  metadata?: Record<string, unknown> | null
}

/**
 * Appends a message to a locked conversation with the next `seq`, and updates the conversation's counters; the caller
 * saves it in the same transaction.
 *
 * The database refuses a second message with the sender's `clientMessageId` (C13).
 *
 * @throws MessageEmpty, MessageTooLong: the last check of the rules that hold for every message
 * @throws FileNotSendable
 */
export async function appendMessage(
  conversation: Conversation,
  draft: MessageDraft,
  trx: TransactionClientContract
): Promise<Message> {
  const now = DateTime.utc()
  const files = await unsentFiles(
    draft.attachments ?? [],
    { ...draft, tenantId: conversation.tenantId },
    trx
  )
  const content = files.length && draft.content === '' ? '' : messageContent(draft.content)
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
      type: files.length && draft.type === 'text' ? 'file' : draft.type,
      content,
      metadata: files.length
        ? { ...draft.metadata, ...filesInMetadata(files) }
        : (draft.metadata ?? null),
      isVerified: draft.isVerified ?? false,
      readAt: null,
      createdAt: now,
    },
    { client: trx }
  )
  await giveFiles(files, message, trx)

  if (draft.type === 'text' || draft.type === 'file') {
    conversation.messageCount += 1
    conversation.lastMessage = preview(textOf(message))
    conversation.lastMessageSenderType = draft.senderType
    conversation.lastMessageSenderId = draft.senderId
    conversation.lastMessageAt = now
  }
  conversation.updatedAt = now
  return message
}

/** The last message of a thread, or the last one that a visitor may read; null when there is none. */
export function newestMessage(
  { id }: Pick<Conversation, 'id'>,
  {
    visibility,
    client,
  }: { visibility?: MessageVisibility; client?: TransactionClientContract } = {}
): Promise<Message | null> {
  const query = Message.query({ client }).where('conversation_id', id)
  if (visibility) query.where('visibility', visibility)
  return query.orderBy('seq', 'desc').first()
}

/** The message already stored under a sender's id, with its conversation; null when there is none (C13). */
export async function findStored(
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
 * Marks the visitor's messages as read, because a reply implies that its author has read them. The caller moves the
 * conversation's marks.
 *
 * Updates by id: an update over a range of `seq` would also lock the gap before the next conversation's messages, and
 * simultaneous replies to neighbours would block each other.
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

/** The first line of a message, never cut within a character. */
export function preview(content: string) {
  const line = content.replace(/\s+/g, ' ').trim()
  return line.length <= PREVIEW_LENGTH
    ? line
    : `${[...line].slice(0, PREVIEW_LENGTH - 1).join('')}…`
}
