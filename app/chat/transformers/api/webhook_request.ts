import type { DateTime } from 'luxon'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'
import { eventShape, pingShape } from '#chat/transformers/api/event'
import type { Fields } from '#chat/transformers/api/fields'
import type { Shape } from '#chat/transformers/api/shape'
import { shape } from '#chat/transformers/api/fields'

/** The request that reports an event to a webhook. */
export interface WebhookRequest {
  id: string
  event: WebhookEvent | 'ping'
  createdAt: DateTime
  /** The event's own JSON, made once for all webhooks that get it. */
  data: object
}

function requestShape(
  event: WebhookRequest['event'],
  name: string,
  description: string,
  dataShape: Shape<any>
) {
  return shape(name, description, (field: Fields<WebhookRequest>) => ({
    id: field.uuid((request) => request.id, 'The same with each attempt.'),
    event: field.choice([event], (request) => request.event),
    created_at: field.timestamp((request) => request.createdAt),
    data: { schema: dataShape.ref, part: dataShape, read: ({ data }: WebhookRequest) => data },
  })).open
}

/** The body of each request to a webhook. Receivers have to accept fields that are not described yet. */
export const WEBHOOK_REQUESTS: Record<WebhookRequest['event'], Shape<WebhookRequest>> = {
  'chat.message.sent': requestShape(
    'chat.message.sent',
    'WebhookMessageSent',
    'A message was sent',
    eventShape
  ),
  'chat.conversation.updated': requestShape(
    'chat.conversation.updated',
    'WebhookConversationUpdated',
    'A conversation changed',
    eventShape
  ),
  'chat.conversation.deleted': requestShape(
    'chat.conversation.deleted',
    'WebhookConversationDeleted',
    'A conversation was deleted',
    eventShape
  ),
  'ping': requestShape('ping', 'WebhookTest', 'A test', pingShape),
}
