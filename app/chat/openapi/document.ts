import type { ApiRoute } from '#chat/openapi/routes'
import type { Operation, OperationResponse, Operations } from '#chat/openapi/operation'
import { curl } from '#chat/openapi/code_samples'
import { EXAMPLE_REQUESTS } from '#chat/openapi/example_requests'
import { EXAMPLE_BODIES } from '#chat/openapi/example_values'
import { exampleOf, exampleOfField } from '#chat/openapi/examples'
import { REFUSAL_SCHEMAS, refusalsOf } from '#chat/openapi/refusals'
import { lenientSchema, parametersOf, requestSchema } from '#chat/openapi/requests'
import { PUBLIC_SCHEMAS } from '#chat/openapi/public_schemas'
import { WEBHOOK_SHAPES, webhookObjects } from '#chat/openapi/webhooks'
import type { JsonSchema } from '#chat/transformers/api/shape'

type Schemas = Record<string, JsonSchema>

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
 * The OpenAPI document: routes give addresses, methods and permissions; validators the requests; shapes the responses.
 */
export function openApiDocument(publicUrl: string, routes: ApiRoute[], operations: Operations) {
  const order = Object.keys(operations)
  const sorted = [...routes].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  const schemas = schemasOf(operations)
  const paths: Record<string, JsonSchema> = {}
  for (const route of sorted) {
    const described = operationObject(route, operations[route.name], schemas)
    const lang = { lang: 'shell', label: 'curl' }
    const source = curl(publicUrl, route, operations[route.name])
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: { ...described, 'x-codeSamples': [{ ...lang, source }] },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Live chat',
      version: '1.0.0',
      description:
        'Everything that agents and admins do with the live chat, and what clients of visitors call. Times are ' +
        'ISO 8601 in UTC; ' +
        'an `{id}` in an address is the `id` or the `uuid` of the thing.',
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...new Set(Object.values(operations).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    webhooks: webhookObjects(schemas),
    components: { securitySchemes: SECURITY, schemas },
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
  visitor: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Visitor-Token',
    description: 'The `visitor_token` of a session, for the routes that visitors’ clients call.',
  },
}

const FILE_BODY = {
  required: true,
  content: {
    'application/octet-stream': {
      schema: { type: 'string', format: 'binary' },
      example: EXAMPLE_BODIES['application/octet-stream'],
    },
  },
}

function securityOf({ caller, permission }: ApiRoute): JsonSchema {
  if (caller === 'visitor') return { security: [{ visitor: [] }] }
  return permission ? { 'x-permission': permission } : { security: [] }
}

function operationObject(route: ApiRoute, operation: Operation, schemas: Schemas) {
  const { tag, summary, description, body, responses: described } = operation
  const takes = route.caller === 'program' ? requestSchema : lenientSchema
  const responses = Object.entries(described).map(([status, response]) => [
    status,
    responseObject(response, schemas),
  ])
  return {
    operationId: route.name,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...securityOf(route),
    parameters: parametersOf(route, operation).map((parameter) => ({
      ...parameter,
      example: exampleOfField(parameter.name, parameter.schema, schemas, route.name),
    })),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: takes(body), example: EXAMPLE_REQUESTS[route.name] },
        },
      },
    }),
    ...(operation.takesFile && { requestBody: FILE_BODY }),
    responses: {
      ...Object.fromEntries(responses),
      ...refusalsOf(operation, route),
    },
  }
}

function responseObject(response: OperationResponse, schemas: Schemas) {
  const { description, schema, mediaType = 'application/json', orText } = response
  if (!schema) return { description }
  const example = EXAMPLE_BODIES[mediaType] ?? exampleOf(schema, schemas)
  const text = orText && { 'text/plain': { schema, example } }
  return { description, content: { [mediaType]: { schema, example }, ...text } }
}

function schemasOf(operations: Operations): Schemas {
  const shapes = Object.values(operations)
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap(({ shapes: named }) => named)
  const schemas = [...shapes, ...WEBHOOK_SHAPES].map((shape) => [shape.name, shape.schema()])
  return {
    ...Object.fromEntries(schemas),
    PageMeta: PAGE_META,
    ...PUBLIC_SCHEMAS,
    ...REFUSAL_SCHEMAS,
  }
}
