import type { DateTime } from 'luxon'
import type { Shape } from '#chat/transformers/api/shape'

export type JsonSchema = Record<string, any>

/** One field of a shape: what it looks like, and where it comes from. */
export interface Field<Model> {
  schema: JsonSchema
  read: (model: Model) => unknown
  /** The shape of what is inside, if it has one of its own. */
  part?: Shape<any>
}

/** Makes the fields of a shape. `Empty` is `null` for fields that may be without a value. */
export class Fields<Model, Empty = never> {
  constructor(protected empty: 'null'[]) {}

  /** The same fields for values that may be missing: JSON says `null` then. */
  get orNull() {
    return new Fields<Model, null>(['null'])
  }

  integer(read: (model: Model) => number | Empty, description?: string) {
    return this.#field('integer', read, { description })
  }

  number(read: (model: Model) => number | Empty, description?: string) {
    return this.#field('number', read, { description })
  }

  text(read: (model: Model) => string | Empty, description?: string) {
    return this.#field('string', read, { description })
  }

  uuid(read: (model: Model) => string | Empty, description?: string) {
    return this.#field('string', read, { format: 'uuid', description })
  }

  yesNo(read: (model: Model) => boolean | Empty, description?: string) {
    return this.#field('boolean', read, { description })
  }

  /** Time in UTC, as ISO 8601 with milliseconds. */
  moment(read: (model: Model) => DateTime | Empty, description?: string) {
    const iso = (model: Model) => isoUtc(read(model) as DateTime | null)
    return this.#field('string', iso, { format: 'date-time', description })
  }

  choice(values: readonly string[], read: (model: Model) => string | Empty, description?: string) {
    return this.#field('string', read, { enum: [...values, ...this.#emptyValues], description })
  }

  texts(read: (model: Model) => string[] | Empty, description?: string) {
    return this.#field('array', read, { items: { type: 'string' }, description })
  }

  /** A number, or a text where the host's keys are none. */
  hostId(read: (model: Model) => string | Empty, description?: string): Field<Model> {
    const value = (model: Model) => hostId(read(model) as string | null)
    return {
      schema: described({ type: ['integer', 'string', ...this.empty] }, description),
      read: value,
    }
  }

  /** Values whose names are not fixed, or that one schema of the caller's describes. */
  object(
    read: (model: Model) => object | Empty,
    schema: JsonSchema = {},
    description?: string
  ): Field<Model> {
    return this.#field('object', read, { ...schema, description })
  }

  /** Something with a shape of its own. */
  part<Part>(part: Shape<Part>, read: (model: Model) => Part | Empty): Field<Model> {
    const schema = this.empty.length ? { anyOf: [part.ref, { type: 'null' }] } : part.ref
    return {
      schema,
      part,
      read: (model) => {
        const inside = read(model)
        return inside === null || inside === undefined ? null : part.of(inside as Part)
      },
    }
  }

  /** Several things of one shape. */
  parts<Part>(part: Shape<Part>, read: (model: Model) => Part[]): Field<Model> {
    return {
      schema: { type: 'array', items: part.ref },
      part,
      read: (model) => read(model).map((inside) => part.of(inside)),
    }
  }

  get #emptyValues() {
    return this.empty.map(() => null)
  }

  #field(
    type: string,
    read: (model: Model) => unknown,
    { description, ...schema }: JsonSchema
  ): Field<Model> {
    const types = this.empty.length ? [type, ...this.empty] : type
    return {
      schema: described({ type: types, ...schema }, description),
      read: (model) => read(model) ?? null,
    }
  }
}

const described = (schema: JsonSchema, description?: string) =>
  description ? { ...schema, description } : schema

const isoUtc = (moment: DateTime | null) => moment?.toUTC().toISO() ?? null

const hostId = (id: string | null) => (id !== null && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : id)
