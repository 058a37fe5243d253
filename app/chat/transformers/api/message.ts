import type { MessageFacts } from '#chat/models/facts'
import { filesOf } from '#chat/services/attachments/sent_files'
import { attachmentShape } from '#chat/transformers/api/attachment'
import { shape } from '#chat/transformers/api/fields'

export const SENDERS = ['visitor', 'agent', 'bot', 'system'] as const
export const MESSAGE_TYPES = ['text', 'file', 'event', 'note'] as const
export const VISIBILITIES = ['public', 'internal'] as const

/** A message as the API shows it to agents: notes and internal lines included. */
export const messageShape = shape<MessageFacts>('Message', 'One entry of a thread.', (field) => ({
  id: field.integer((message) => message.id),
  uuid: field.uuid((message) => message.externalId),
  conversation_id: field.integer((message) => message.conversationId),
  seq: field.integer((message) => message.seq, 'Its position in the thread, from 1 on.'),
  client_message_id: field.orNull.text((message) => message.clientMessageId),
  sender_type: field.choice(SENDERS, (message) => message.senderType),
  sender_id: field.orNull.integer((message) => message.senderId),
  sender_name: field.text((message) => message.senderName),
  type: field.text((message) => message.type, 'text, note, event or file.'),
  visibility: field.choice(VISIBILITIES, (message) => message.visibility),
  content: field.text((message) => message.content),
  attachments: field.parts(attachmentShape, filesOf),
  is_verified: field.boolean(
    (message) => message.isVerified,
    'Whether the sender was a verified visitor when it was sent.'
  ),
  metadata: field.orNull.object((message) => message.metadata),
  is_read: field.boolean((message) => message.readAt !== null),
  read_at: field.orNull.timestamp((message) => message.readAt),
  created_at: field.timestamp((message) => message.createdAt),
}))
