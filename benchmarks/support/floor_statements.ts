import { randomUUID } from 'node:crypto'

/** What is written per message: the same columns of the same tables as by the product. */
export const INSERT_MESSAGE = `INSERT INTO crm_chat_messages (external_id, tenant_id,
  conversation_id, seq, client_message_id, sender_type, sender_id, sender_name, visibility, type,
  content, metadata, read_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const UPDATE_CONVERSATION = `UPDATE crm_chat_conversations SET last_seq = ?,
  message_count = ?, last_message = ?, last_message_at = ?, agent_unread_count = ?, updated_at = ?
  WHERE id = ?`

export interface FloorConversation {
  id: number
  visitorId: number
  lastSeq: number
}

/** The two statements' values for the next message. */
export function valuesFor(
  conversation: FloorConversation,
  { content, client_message_id: once }: { content: string; client_message_id: string }
) {
  const now = new Date().toISOString().replace('T', ' ').slice(0, -1)
  const seq = ++conversation.lastSeq
  const sender = ['visitor', conversation.visitorId, 'Visitor', 'public', 'text']
  const id = randomUUID()
  return {
    id,
    seq,
    message: [id, 'default', conversation.id, seq, once, ...sender, content, null, null, now],
    conversation: [seq, seq, content, now, seq, now, conversation.id],
  }
}
