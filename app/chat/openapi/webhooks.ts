import { EXAMPLE_WEBHOOK_HEADERS } from '#chat/openapi/example_values'
import { exampleOf } from '#chat/openapi/examples'
import type { Shape, JsonSchema } from '#chat/transformers/api/shape'
import { WEBHOOK_REQUESTS } from '#chat/transformers/api/webhook_request'

type Schemas = Record<string, JsonSchema>

/** The shapes of what webhooks receive. */
export const WEBHOOK_SHAPES = Object.values(WEBHOOK_REQUESTS).flatMap(({ family }) => family)

const HEADERS = [
  header('X-Chat-Event', { type: 'string' }, 'The `event` of the body.'),
  header(
    'X-Chat-Delivery',
    { type: 'string', format: 'uuid' },
    'The `id` of the body: the same with each attempt.'
  ),
  header(
    'X-Chat-Timestamp',
    { type: 'integer' },
    'When this attempt was made, in seconds since 1970.'
  ),
  header(
    'X-Chat-Signature',
    { type: 'string' },
    '`t=<timestamp>,v1=<hex>`: the HMAC-SHA256 of `<timestamp>.<body>` under the secret; while a ' +
      'secret is being changed there are two `v1`.'
  ),
]

function header(name: string, schema: JsonSchema, description: string) {
  const example = EXAMPLE_WEBHOOK_HEADERS[name]
  return { name, in: 'header', required: true, schema, description, example }
}

/** The requests that webhooks make: OpenAPI's description of what goes the other way. */
export function webhookObjects(schemas: Schemas): Schemas {
  const described = Object.entries(WEBHOOK_REQUESTS).map(([event, request]) => [
    event,
    { post: requestOf(event, request, schemas) },
  ])
  return Object.fromEntries(described)
}

function requestOf(event: string, request: Shape<any>, schemas: Schemas): JsonSchema {
  const { ref: schema, description } = request
  const example = exampleOf(schema, schemas)
  return {
    operationId: `webhook.${event}`,
    tags: ['Webhooks'],
    summary: description,
    security: [],
    parameters: HEADERS,
    requestBody: { required: true, content: { 'application/json': { schema, example } } },
    responses: {
      '2XX': { description: 'Delivered.' },
      '410': { description: 'The receiver wants no more: the webhook is stopped.' },
      'default': { description: 'It is sent again, ever less often, for about two days.' },
    },
  }
}
