import type { ApiRoute } from '#chat/openapi/routes'
import type { Operation, OperationAnswer, Operations } from '#chat/openapi/operation'
import { REFUSAL_SCHEMAS, refusalsOf } from '#chat/openapi/refusals'
import { parametersOf, requestSchema } from '#chat/openapi/requests'
import { WEBHOOK_SCHEMAS, webhookObjects } from '#chat/openapi/webhooks'
import type { JsonSchema } from '#chat/transformers/api/fields'

const PAGE_META: JsonSchema = {
  type: 'object',
  properties: {
    next_cursor: {
      type: ['string', 'null'],
      description: 'The `cursor` of the next page; null on the last.',
    },
    total: { type: 'integer', description: 'How many there are, where counting is cheap.' },
  },
  required: ['next_cursor'],
  additionalProperties: false,
}

/**
 * The OpenAPI document: from the routes come addresses, methods and permissions, from the validators
 * what is taken, from the shapes what is answered.
 */
export function openApiDocument(publicUrl: string, routes: ApiRoute[], operations: Operations) {
  const order = Object.keys(operations)
  const sorted = [...routes].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  const paths: Record<string, JsonSchema> = {}
  for (const route of sorted) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: operationObject(route, operations[route.name]),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Live chat',
      version: '1.0.0',
      description:
        'Everything that agents and admins do with the live chat. Times are ISO 8601 in UTC; ' +
        'an `{id}` or `{label}` in an address is the `uuid` of the thing.',
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...new Set(Object.values(operations).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    webhooks: webhookObjects(),
    components: { securitySchemes: SECURITY, schemas: schemasOf(operations) },
  }
}

const SECURITY = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An access token of a CRM user.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: 'The session of the CRM. Whatever writes then needs the CSRF token as well.',
  },
}

function operationObject(route: ApiRoute, operation: Operation) {
  const { tag, summary, description, body, answers } = operation
  const told = Object.entries(answers).map(([status, answer]) => [status, answerObject(answer)])
  return {
    'operationId': route.name,
    'tags': [tag],
    summary,
    ...(description && { description }),
    'x-permission': route.permission,
    'parameters': parametersOf(route, operation),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: requestSchema(body) } },
      },
    }),
    'responses': {
      ...Object.fromEntries(told),
      ...refusalsOf(operation, route),
    },
  }
}

function answerObject({ description, schema, mediaType = 'application/json' }: OperationAnswer) {
  return { description, ...(schema && { content: { [mediaType]: { schema } } }) }
}

function schemasOf(operations: Operations) {
  const shapes = Object.values(operations)
    .flatMap(({ answers }) => Object.values(answers))
    .flatMap((answer) => answer.shapes)
  const schemas = shapes.map((shape) => [shape.name, shape.schema()])
  return {
    ...Object.fromEntries(schemas),
    PageMeta: PAGE_META,
    ...WEBHOOK_SCHEMAS,
    ...REFUSAL_SCHEMAS,
  }
}
