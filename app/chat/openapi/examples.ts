import { EXAMPLE_FORMATS, EXAMPLE_VALUES, EXAMPLES_WITHIN } from '#chat/openapi/example_values'
import type { JsonSchema } from '#chat/transformers/api/shape'

type Components = Record<string, JsonSchema>

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1)

/**
 * Makes an example of what a schema describes: every field, with the value that its name has in examples, else
 * one that its type allows. Equal schemas have equal examples.
 */
export function exampleOf(schema: JsonSchema, components: Components, within = ''): unknown {
  if (schema.$ref) {
    const name = nameOf(schema.$ref)
    return exampleOf(components[name], components, name)
  }
  if (schema.anyOf) return exampleOf(schema.anyOf[0], components, within)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const type = [schema.type].flat()[0]
  if (schema.format) return EXAMPLE_FORMATS[schema.format]
  if (type === 'object') return exampleOfObject(schema, components, within)
  if (type === 'array') return [exampleOf(schema.items ?? {}, components, within)]
  return { string: 'Text', integer: 1, number: 12.5, boolean: true }[type as string] ?? null
}

function exampleOfObject({ properties = {} }: JsonSchema, components: Components, within: string) {
  const fields = Object.entries<JsonSchema>(properties).map(([name, field]) => {
    return [name, exampleOfField(name, field, components, within)]
  })
  return Object.fromEntries(fields)
}

/** A value by name is good only where the type is one that it has: a `message` is a text here, an object there. */
export function exampleOfField(
  name: string,
  field: JsonSchema,
  components: Components,
  within = ''
): unknown {
  const own = EXAMPLES_WITHIN[within]?.[name]
  if (own !== undefined) return own
  const isMade = field.$ref || field.enum || field.const !== undefined
  const known = EXAMPLE_VALUES[name]
  if (!isMade && known !== undefined && fits(known, field)) return known
  return exampleOf(field, components)
}

function fits(value: unknown, schema: JsonSchema): boolean {
  if (schema.anyOf) return schema.anyOf.some((each: JsonSchema) => !each.$ref && fits(value, each))
  const types = [schema.type].flat()
  if (value === null) return types.includes('null')
  if (schema.enum) return schema.enum.includes(value)
  if (schema.format === 'date') return /^\d{4}-\d\d-\d\d$/.test(String(value))
  if (Array.isArray(value)) return types.includes('array')
  const type = Number.isInteger(value) ? 'integer' : typeof value
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}
