import type { JsonSchema } from '#chat/transformers/api/shape'
import type { Operation } from '#chat/openapi/operation'
import type { ApiRoute } from '#chat/openapi/routes'

const MESSAGE = { type: 'string', description: 'For people.' }
const CODE = { type: 'string', description: 'For programs: E_CHAT_…' }

const ABILITY = {
  type: 'string',
  description: 'What the access token lacks, with E_CHAT_TOKEN_ABILITY_MISSING.',
}

const BLAMED = {
  field: { type: 'string', description: 'What of the request it is about.' },
  rule: {
    type: 'string',
    description: 'What the field breaks, such as `required`, `enum` or `unknown`.',
  },
}

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
  Refusal: {
    ...errorsOf({ ...BLAMED, message: MESSAGE, code: CODE, ability: ABILITY }, ['message']),
    examples: [
      { errors: [{ message: 'This conversation has ended', code: 'E_CHAT_CONVERSATION_ENDED' }] },
    ],
  },
  InvalidInput: {
    ...errorsOf({ ...BLAMED, message: MESSAGE, code: CODE }, ['message']),
    examples: [
      {
        errors: [
          {
            field: 'priority',
            rule: 'enum',
            message: 'priority must be one of low, normal, high, urgent',
          },
        ],
      },
    ],
  },
}

const json = (name: keyof typeof REFUSAL_SCHEMAS) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})

const answer = (description: string, name = 'Refusal') => ({ description, content: json(name) })

const UNAUTHENTICATED = {
  ...answer('Neither a bearer token nor a session, or one that is no longer good.'),
  headers: {
    'WWW-Authenticate': {
      description: '`Bearer`; with `error="invalid_token"` when a token was sent.',
      required: true,
      schema: { type: 'string' },
    },
  },
}

const NO_VISITOR = answer(
  'The token in `X-Visitor-Token` is missing, unknown, expired or of another widget.'
)

const NOT_VERIFIED = answer(
  'The identity token does not verify the visitor: `rule` says what is wrong with it.'
)

const TOO_MANY = {
  ...answer('Too many requests in a short time.'),
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
  const mayHaveBody = route.method !== 'get'
  const codes = Object.entries(operation.refusals ?? {})
  const withStatus = (status: number) =>
    codes.filter(([, of]) => of === status).map(([code]) => code)
  const conflicts = withStatus(409)
  const gone = withStatus(410)
  const missing = withStatus(428)
  const unavailable = withStatus(503)
  return {
    ...(mayHaveBody && { 400: answer('The body cannot be read as JSON.') }),
    ...(route.permission && {
      401: UNAUTHENTICATED,
      403: answer(
        'The user or their access token may not do this, or the CSRF token of the session is missing.'
      ),
    }),
    ...((route.caller === 'visitor' || withStatus(401).length > 0) && { 401: NO_VISITOR }),
    ...(withStatus(401).includes('E_CHAT_IDENTITY_REFUSED') && { 401: NOT_VERIFIED }),
    ...(unavailable.length > 0 && { 503: answer(`Not now: ${unavailable.join(', ')}.`) }),
    ...(route.caller !== 'program' && {
      403: answer('The website is not one of those that may carry the widget.'),
    }),
    404: answer(isAboutOne ? 'No such thing, or the module is off.' : 'The module is off.'),
    ...(conflicts.length > 0 && { 409: answer(`Not now: ${conflicts.join(', ')}.`) }),
    ...(gone.length > 0 && { 410: answer(`Not any more: ${gone.join(', ')}.`) }),
    ...(mayHaveBody && {
      413: answer('The body is too long.'),
      415: answer('There is a body, and it is not JSON.'),
    }),
    ...(operation.takesFile && { 413: answer('The file is larger than the widget accepts.') }),
    ...((route.permission || operation.body || operation.query) && {
      422: answer('What was sent cannot be taken as it is.', 'InvalidInput'),
    }),
    ...(missing.length > 0 && { 428: answer(`Not before: ${missing.join(', ')}.`) }),
    ...(operation.takesFile && {
      415: answer('The body is not sent as application/octet-stream.'),
    }),
    429: TOO_MANY,
  }
}
