import type { DateTime } from 'luxon'
import { isoUtc } from '#chat/models/columns'
import {
  Shape,
  type Field,
  type FieldMap,
  type JsonOf,
  type JsonSchema,
} from '#chat/transformers/api/shape'

/** Makes the fields of a shape. `Empty` is `null` for fields that may be without a value. */
export class Fields<Model, Empty = never> {
  constructor(protected empty: 'null'[]) {}

  /** The same fields for values that may be missing: JSON says `null` then. */
  get orNull() {
    return new Fields<Model, null>(['null'])
  }

  integer(read: (model: Model) => number | Empty, description?: string) {
    return this.#field<number | Empty>('integer', read, { description })
  }

  number(read: (model: Model) => number | Empty, description?: string) {
    return this.#field<number | Empty>('number', read, { description })
  }

  text(read: (model: Model) => string | Empty, description?: string) {
    return this.#field<string | Empty>('string', read, { description })
  }

  uuid(read: (model: Model) => string | Empty, description?: string) {
    return this.#field<string | Empty>('string', read, { format: 'uuid', description })
  }

  boolean(read: (model: Model) => boolean | Empty, description?: string) {
    return this.#field<boolean | Empty>('boolean', read, { description })
  }

  /** Time in UTC, as ISO 8601 with milliseconds. */
  timestamp(read: (model: Model) => DateTime | Empty, description?: string) {
    const iso = (model: Model) => isoOrNull(read(model) as DateTime | null) as string | Empty
    return this.#field<string | Empty>('string', iso, { format: 'date-time', description })
  }

  choice<Value extends string>(
    values: readonly Value[],
    read: (model: Model) => Value | Empty,
    description?: string
  ) {
    return this.#field<Value | Empty>('string', read, {
      enum: [...values, ...this.#emptyValues],
      description,
    })
  }

  texts(read: (model: Model) => string[] | Empty, description?: string) {
    return this.#field<string[] | Empty>('array', read, { items: { type: 'string' }, description })
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
  object(read: (model: Model) => object | Empty, schema: JsonSchema = {}, description?: string) {
    return this.#field<object | Empty>('object', read, { ...schema, description })
  }

  /** Something with a shape of its own. */
  part<Part, Map extends FieldMap<Part>>(
    part: Shape<Part, Map>,
    read: (model: Model) => Part | Empty
  ): Field<Model, JsonOf<Map> | Empty> {
    const schema = this.empty.length ? { anyOf: [part.ref, { type: 'null' }] } : part.ref
    return {
      schema,
      part,
      read: (model) => {
        const inside = read(model)
        if (inside === null || inside === undefined) return null as Empty
        return part.of(inside as Part)
      },
    }
  }

  /** Several things of one shape. */
  parts<Part, Map extends FieldMap<Part>>(
    part: Shape<Part, Map>,
    read: (model: Model) => Part[]
  ): Field<Model, JsonOf<Map>[]> {
    return {
      schema: { type: 'array', items: part.ref },
      part,
      read: (model) => read(model).map((inside) => part.of(inside)),
    }
  }

  get #emptyValues() {
    return this.empty.map(() => null)
  }

  #field<Value>(
    type: string,
    read: (model: Model) => Value,
    { description, ...schema }: JsonSchema
  ): Field<Model, Value> {
    const types = this.empty.length ? [type, ...this.empty] : type
    return {
      schema: described({ type: types, ...schema }, description),
      read: (model) => read(model) ?? (null as Value),
    }
  }
}

const described = (schema: JsonSchema, description?: string) =>
  description ? { ...schema, description } : schema

const isoOrNull = (moment: DateTime | null) => (moment ? isoUtc(moment) : null)

const hostId = (id: string | null) => (id !== null && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : id)

/**
 * Declares a shape; `describe` gets what fields are made with. With the model as the type of that parameter, instead of
 * as the type argument, the JSON of the shape is typed field by field.
 */
export function shape<Model, Map extends FieldMap<Model> = FieldMap<Model>>(
  name: string,
  description: string,
  describe: (field: Fields<Model>) => Map
) {
  return new Shape<Model, Map>(name, description, describe(new Fields<Model>([])))
}
