import { Fields, type Field, type JsonSchema } from '#chat/transformers/api/fields'

/** The fields of a shape by the name that they have in JSON. */
export type FieldMap<Model> = Record<string, Field<Model>>

/**
 * How the API shows one kind of thing. The fields are declared once: `of` makes the JSON out of them
 * and `schema` the description, so that the two cannot drift apart.
 */
export class Shape<Model> {
  constructor(
    readonly name: string,
    readonly description: string,
    readonly fields: FieldMap<Model>
  ) {}

  /** The thing as JSON: every declared field and no other. */
  of(model: Model): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.fields).map(([name, field]) => [name, field.read(model)])
    )
  }

  /** JSON Schema of what `of` returns. */
  schema(): JsonSchema {
    const fields = Object.entries(this.fields)
    return {
      type: 'object',
      description: this.description,
      properties: Object.fromEntries(fields.map(([name, { schema }]) => [name, schema])),
      required: fields.map(([name]) => name),
      additionalProperties: false,
    }
  }

  /** A pointer to the schema among the document's components. */
  get ref(): JsonSchema {
    return { $ref: `#/components/schemas/${this.name}` }
  }

  /** This shape and those that it is made of. */
  get family(): Shape<any>[] {
    return [this, ...Object.values(this.fields).flatMap(({ part }) => part?.family ?? [])]
  }
}

/** Declares a shape; `describe` gets what fields are made with. */
export function shape<Model>(
  name: string,
  description: string,
  describe: (field: Fields<Model>) => FieldMap<Model>
) {
  return new Shape<Model>(name, description, describe(new Fields<Model>([])))
}
