import type { Shape, JsonSchema } from '#chat/transformers/api/shape'

/** Anything that can describe what it accepts: a compiled validator. */
interface Describing {
  toJSONSchema(): object
}

/** One answer of an operation. */
export interface OperationResponse {
  description: string
  /** Empty for responses without a body. */
  schema?: JsonSchema
  mediaType?: string
  /** Whether it may be plain text as well. */
  orText?: boolean
  shapes: Shape<any>[]
}

/** What one route does, takes and responds with; what can be read off the route itself is not repeated. */
export interface Operation {
  tag: string
  summary: string
  description?: string
  query?: Describing
  body?: Describing
  /** Whether the body is a file as it is. */
  takesFile?: true
  responses: Record<number, OperationResponse>
  /** Codes of refusals that depend on the present state; their status is 409 unless they say otherwise. */
  refusals?: Record<string, 401 | 403 | 409 | 410 | 422 | 428 | 503>
}

/** Operations by the name of their route, without `chat.api.`. */
export type Operations = Record<string, Operation>

/** `{data}` with one thing. */
export function one(shape: Shape<any>, description: string): OperationResponse {
  return {
    description,
    schema: envelope({ data: shape.ref }),
    shapes: shape.family,
  }
}

/** `{data, meta}` with one object and a notice about it, or null. */
export function oneWithNotice(shape: Shape<any>, description: string): OperationResponse {
  return {
    description,
    schema: envelope({
      data: shape.ref,
      meta: envelope({ notice: { type: ['string', 'null'] } }),
    }),
    shapes: shape.family,
  }
}

/** `{data, meta}` with a page of things. */
export function many(shape: Shape<any>, description: string): OperationResponse {
  return {
    description,
    schema: envelope({
      data: { type: 'array', items: shape.ref },
      meta: { $ref: '#/components/schemas/PageMeta' },
    }),
    shapes: shape.family,
  }
}

/** `{data}` with a list that is answered whole. */
export function all(shape: Shape<any>, description: string): OperationResponse {
  return {
    description,
    schema: envelope({ data: { type: 'array', items: shape.ref } }),
    shapes: shape.family,
  }
}

/** One of the document's components, as it is. */
export const plain = (name: string, description: string): OperationResponse => ({
  description,
  schema: { $ref: `#/components/schemas/${name}` },
  shapes: [],
})

/** A file for a spreadsheet. */
export const csv = (description: string): OperationResponse => ({
  description,
  schema: { type: 'string' },
  mediaType: 'text/csv',
  shapes: [],
})

/** The bytes of a file. */
export const file = (description: string): OperationResponse => ({
  description,
  schema: { type: 'string', format: 'binary' },
  mediaType: '*/*',
  shapes: [],
})

/** An answer without a body. */
export const nothing = (description = 'Done.'): OperationResponse => ({ description, shapes: [] })

function envelope(properties: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}
