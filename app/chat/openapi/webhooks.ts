import { CONVERSATION_STATUSES } from '#chat/services/conversation_status'
import { WEBHOOK_EVENTS } from '#chat/services/webhooks/webhook_events'
import type { JsonSchema } from '#chat/transformers/api/fields'

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const integer = { type: 'integer' }
const integerOrNull = { type: ['integer', 'null'] }
const uuid = { type: 'string', format: 'uuid' }
const moment = { type: 'string', format: 'date-time' }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Every field is there; others may come, and are to be ignored. */
const object = (properties: JsonSchema, description?: string): JsonSchema => ({
  type: 'object',
  ...(description && { description }),
  properties,
  required: Object.keys(properties),
})

/** What webhooks are sent, among the document's components. */
export const WEBHOOK_SCHEMAS: Record<string, JsonSchema> = {
  WebhookMessage: object(
    {
      id: integer,
      content: text,
      sender_type: { enum: ['visitor', 'agent', 'bot', 'system'] },
      sender_id: integerOrNull,
      sender_name: text,
      type: { enum: ['text', 'file', 'event', 'note'] },
      visibility: { enum: ['public', 'internal'] },
      seq: { ...integer, description: 'Its place in the conversation.' },
      created_at: moment,
    },
    'A message as webhooks are told it.'
  ),
  WebhookConversation: object(
    {
      external_id: { ...uuid, description: 'What addresses call it.' },
      number: text,
      status: { enum: CONVERSATION_STATUSES },
      folder: { enum: ['open', 'snoozed', 'ended', 'archived'] },
      agent_id: integerOrNull,
      agent_name: textOrNull,
      last_seq: integer,
      agent_unread_count: integer,
      visitor_read_seq: integer,
    },
    'A conversation as webhooks are told it.'
  ),
  WebhookData: object(
    {
      conversation_id: integer,
      message: { anyOf: [ref('WebhookMessage'), { type: 'null' }] },
      agent_name: textOrNull,
      visitor_id: integer,
      widget_id: integer,
      handler_type: text,
      conversation: ref('WebhookConversation'),
      _tenant_id: text,
      _timestamp: moment,
    },
    'What has happened; `message` is null where none was sent.'
  ),
  WebhookPing: object(
    { message: text, webhook_id: uuid, _tenant_id: text, _timestamp: moment },
    'A test.'
  ),
}

const SUMMARIES: Record<string, string> = {
  'chat.message.sent': 'A message was sent',
  'chat.conversation.updated': 'A conversation changed',
  'chat.conversation.deleted': 'A conversation was deleted for good',
  'ping': 'A test',
}

const header = (name: string, schema: JsonSchema, description: string) => ({
  name,
  in: 'header',
  required: true,
  schema,
  description,
})

const HEADERS = [
  header('X-Chat-Event', text, 'The `event` of the body.'),
  header('X-Chat-Delivery', uuid, 'The `id` of the body: the same with each attempt.'),
  header('X-Chat-Timestamp', integer, 'When this attempt was made, in seconds since 1970.'),
  header(
    'X-Chat-Signature',
    text,
    '`t=<timestamp>,v1=<hex>`: the HMAC-SHA256 of `<timestamp>.<body>` under the secret; while a ' +
      'secret is being changed there are two `v1`.'
  ),
]

/** The requests that webhooks make: OpenAPI's description of what goes the other way. */
export function webhookObjects(): Record<string, JsonSchema> {
  const described = [...WEBHOOK_EVENTS, 'ping'].map((event) => [event, { post: requestOf(event) }])
  return Object.fromEntries(described)
}

function requestOf(event: string): JsonSchema {
  const data = ref(event === 'ping' ? 'WebhookPing' : 'WebhookData')
  const body = object({ id: uuid, event: { const: event }, created_at: moment, data })
  return {
    operationId: `webhook.${event}`,
    tags: ['Webhooks'],
    summary: SUMMARIES[event],
    security: [],
    parameters: HEADERS,
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: {
      '2XX': { description: 'Delivered.' },
      '410': { description: 'The receiver wants no more: the webhook is stopped.' },
      'default': { description: 'It is sent again, ever less often, for about two days.' },
    },
  }
}
