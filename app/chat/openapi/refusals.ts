import type { JsonSchema } from '#chat/transformers/api/fields'
import type { Operation } from '#chat/openapi/operation'
import type { ApiRoute } from '#chat/openapi/routes'

const MESSAGE = { type: 'string', description: 'For people.' }
const CODE = { type: 'string', description: 'For programs: E_CHAT_…' }

const errorsOf = (properties: JsonSchema, required: string[]): JsonSchema => ({
  type: 'object',
  properties: {
    errors: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', properties, required, additionalProperties: false },
    },
  },
  required: ['errors'],
  additionalProperties: false,
})

/** The bodies of refusals, among the document's components. */
export const REFUSAL_SCHEMAS: Record<string, JsonSchema> = {
  Refusal: errorsOf({ message: MESSAGE, code: CODE }, ['message']),
  InvalidInput: errorsOf(
    { field: { type: 'string' }, rule: { type: 'string' }, message: MESSAGE, code: CODE },
    ['message']
  ),
}

const json = (name: keyof typeof REFUSAL_SCHEMAS) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})

const answer = (description: string, name = 'Refusal') => ({ description, content: json(name) })

const TOO_MANY = {
  ...answer('More than a user may ask for in a minute.'),
  headers: {
    'Retry-After': {
      description: 'Seconds after which it may be asked again.',
      required: true,
      schema: { type: 'integer' },
    },
  },
}

/** What an operation answers when it does not do what it was asked for. */
export function refusalsOf(operation: Operation, route: ApiRoute): JsonSchema {
  const isAboutOne = route.parameters.length > 0
  const codes = Object.entries(operation.refusals ?? {})
  const withStatus = (status: number) =>
    codes.filter(([, of]) => of === status).map(([code]) => code)
  const isValidated = operation.query || operation.body || withStatus(422).length > 0
  const conflicts = withStatus(409)
  return {
    ...(operation.body && { 400: answer('The body cannot be read as JSON.') }),
    401: answer('Neither a bearer token nor a session, or one that is no longer good.'),
    403: answer('The user may not do this, or the CSRF token of the session is missing.'),
    404: answer(isAboutOne ? 'No such thing, or the module is off.' : 'The module is off.'),
    ...(conflicts.length > 0 && { 409: answer(`Not now: ${conflicts.join(', ')}.`) }),
    ...(operation.body && { 413: answer('The body is too long.') }),
    ...(route.method !== 'get' && { 415: answer('There is a body, and it is not JSON.') }),
    ...(isValidated && { 422: answer('What was sent cannot be taken as it is.', 'InvalidInput') }),
    429: TOO_MANY,
  }
}
