import { DateTime } from 'luxon'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import type Webhook from '#chat/models/webhook'
import { CONVERSATION_STATUSES, FOLDERS } from '#chat/services/conversations/status_rules'
import { filesOf } from '#chat/services/attachments/sent_files'
import { text } from '#chat/texts/text'
import { attachmentShape } from '#chat/transformers/api/attachment'
import type { Fields } from '#chat/transformers/api/fields'
import { MESSAGE_TYPES, SENDERS, VISIBILITIES } from '#chat/transformers/api/message'
import { shape } from '#chat/transformers/api/fields'

/** What has happened to a conversation. */
export interface ConversationEvent {
  conversation: ConversationFacts
  message: MessageFacts | null
}

const eventMessageShape = shape(
  'WebhookMessage',
  'A message in a webhook.',
  (field: Fields<MessageFacts>) => ({
    id: field.integer((message) => message.id),
    uuid: field.uuid((message) => message.externalId),
    content: field.text((message) => message.content),
    sender_type: field.choice(SENDERS, (message) => message.senderType),
    sender_id: field.orNull.integer((message) => message.senderId),
    sender_name: field.text((message) => message.senderName),
    type: field.choice(MESSAGE_TYPES, (message) => message.type),
    visibility: field.choice(VISIBILITIES, (message) => message.visibility),
    attachments: field.parts(attachmentShape, filesOf),
    is_verified: field.boolean(
      (message) => message.isVerified,
      'Whether the sender was a verified visitor when it was sent.'
    ),
    seq: field.integer((message) => message.seq, 'Its position in the conversation.'),
    created_at: field.timestamp((message) => message.createdAt),
  })
).open

/** A conversation in the events of agents' streams and webhooks. */
export const eventConversationShape = shape(
  'WebhookConversation',
  'A conversation in a webhook.',
  (field: Fields<ConversationFacts>) => ({
    id: field.integer((conversation) => conversation.id),
    uuid: field.uuid((conversation) => conversation.externalId),
    number: field.text((conversation) => conversation.displayNumber),
    status: field.choice(CONVERSATION_STATUSES, (conversation) => conversation.status),
    folder: field.choice(FOLDERS, (conversation) => conversation.folder),
    agent_id: field.orNull.integer((conversation) => conversation.agentId),
    agent_name: field.orNull.text((conversation) => conversation.agentName),
    last_seq: field.integer((conversation) => conversation.lastSeq),
    agent_unread_count: field.integer((conversation) => conversation.agentUnreadCount),
    visitor_read_seq: field.integer((conversation) => conversation.visitorReadSeq),
  })
).open

/** The payload of an event in agents' streams and webhooks. */
export const eventShape = shape(
  'WebhookData',
  'What has happened. For a changed conversation, `message` is the line of the history that records the change; where ' +
    'that line is internal, a webhook without notes gets the newest message that the visitor may read. It is null ' +
    'where there is no message.',
  (field: Fields<ConversationEvent>) => ({
    conversation_id: field.integer(({ conversation }) => conversation.id),
    message: field.orNull.part(eventMessageShape, ({ message }) => message),
    agent_name: field.orNull.text(({ conversation }) => conversation.agentName),
    visitor_id: field.integer(({ conversation }) => conversation.visitorId),
    widget_id: field.integer(({ conversation }) => conversation.widgetId),
    handler_type: field.text(({ conversation }) => conversation.handlerType),
    conversation: field.part(eventConversationShape, ({ conversation }) => conversation),
    _tenant_id: field.text(({ conversation }) => conversation.tenantId),
    _timestamp: field.timestamp(() => DateTime.utc()),
  })
).open

const pingedShape = shape('WebhookPinged', 'The tested webhook.', (field: Fields<Webhook>) => ({
  id: field.integer((webhook) => webhook.id),
  uuid: field.uuid((webhook) => webhook.externalId),
})).open

/** The payload of a test. */
export const pingShape = shape('WebhookPing', 'A test.', (field: Fields<Webhook>) => ({
  message: field.text(() => text('webhooks.ping')),
  webhook: field.part(pingedShape, (webhook) => webhook),
  _tenant_id: field.text((webhook) => webhook.tenantId),
  _timestamp: field.timestamp(() => DateTime.utc()),
})).open
