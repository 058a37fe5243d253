export type JsonSchema = Record<string, any>

/** One field of a shape: what it looks like, and where it comes from. */
export interface Field<Model, Value = unknown> {
  schema: JsonSchema
  read: (model: Model) => Value
  /** The shape of what is inside, if it has one of its own. */
  part?: Shape<any>
}

/** The fields of a shape by the name that they have in JSON. */
export type FieldMap<Model> = Record<string, Field<Model>>

/** The JSON that fields make. */
export type JsonOf<Map> = {
  [Name in keyof Map]: Map[Name] extends Field<any, infer Value> ? Value : never
}

/**
 * How the API shows one kind of thing. The fields are declared once: `of` makes the JSON out of them
 * and `schema` the description, so that the two cannot drift apart.
 */
export class Shape<Model, Map extends FieldMap<Model> = FieldMap<Model>> {
  constructor(
    readonly name: string,
    readonly description: string,
    readonly fields: Map,
    /** Whether the description allows fields that are not declared. */
    protected isOpen = false
  ) {}

  /** The same shape, described so that receivers accept fields that a later version adds. */
  get open() {
    return new Shape<Model, Map>(this.name, this.description, this.fields, true)
  }

  /** The thing as JSON: every declared field and no other. */
  of(model: Model): JsonOf<Map> {
    const json: Record<string, unknown> = {}
    for (const name in this.fields) json[name] = this.fields[name].read(model)
    return json as JsonOf<Map>
  }

  /** JSON Schema of what `of` returns. */
  schema(): JsonSchema {
    const fields = Object.entries(this.fields)
    return {
      type: 'object',
      description: this.description,
      properties: Object.fromEntries(fields.map(([name, { schema }]) => [name, schema])),
      required: fields.map(([name]) => name),
      additionalProperties: this.isOpen,
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
