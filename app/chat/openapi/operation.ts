import type { JsonSchema } from '#chat/transformers/api/fields'
import type { Shape } from '#chat/transformers/api/shape'

/** Anything that can describe what it accepts: a compiled validator. */
interface Describing {
  toJSONSchema(): object
}

/** One answer of an operation. */
export interface OperationAnswer {
  description: string
  /** Empty for answers without a body. */
  schema?: JsonSchema
  mediaType?: string
  shapes: Shape<any>[]
}

/** What one route does, takes and answers; what can be read off the route itself is not repeated. */
export interface Operation {
  tag: string
  summary: string
  description?: string
  query?: Describing
  body?: Describing
  answers: Record<number, OperationAnswer>
  /** Codes of the refusals that depend on the state of things: answered with 409 (or 422). */
  refusals?: Record<string, 409 | 422>
}

/** Operations by the name of their route, without `chat.api.`. */
export type Operations = Record<string, Operation>

/** `{data}` with one thing. */
export function one(shape: Shape<any>, description: string): OperationAnswer {
  return {
    description,
    schema: envelope({ data: shape.ref }),
    shapes: shape.family,
  }
}

/** `{data, meta}` with one thing and what has to be said about it, or null. */
export function oneWithNotice(shape: Shape<any>, description: string): OperationAnswer {
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
export function many(shape: Shape<any>, description: string): OperationAnswer {
  return {
    description,
    schema: envelope({
      data: { type: 'array', items: shape.ref },
      meta: { $ref: '#/components/schemas/PageMeta' },
    }),
    shapes: shape.family,
  }
}

/** An answer without a body. */
export const nothing = (description = 'Done.'): OperationAnswer => ({ description, shapes: [] })

function envelope(properties: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}
