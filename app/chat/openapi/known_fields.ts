import { listInWords } from '#chat/texts/lists'
import { text } from '#chat/texts/text'
import type { JsonSchema } from '#chat/transformers/api/shape'

/** An error of one field, as validators report it. */
export interface FieldError {
  field: string
  rule: string
  message: string
}

/** The most unknown fields that one response names. */
const MOST_TOLD = 20

/** What forms of the CRM's own pages send besides their fields. */
const OF_FORMS = new Set(['_csrf', '_method'])

/** The fields of an input that its schema does not have, each by its path; lists are looked into. */
export function unknownFields(input: unknown, schema: JsonSchema): FieldError[] {
  return unknownIn(input, schema, '').slice(0, MOST_TOLD)
}

function unknownIn(value: unknown, schema: JsonSchema, path: string): FieldError[] {
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.flatMap((each, at) => unknownIn(each, items, `${path}${at}.`)) : []
  }
  const { properties } = objectIn(schema)
  if (!properties || typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) => {
    if (Object.hasOwn(properties, name)) {
      return unknownIn(inside, properties[name], `${path}${name}.`)
    }
    if (path === '' && OF_FORMS.has(name)) return []
    return [unknown(path + name, Object.keys(properties))]
  })
}

/** The part of a schema that describes an object, where there may be null instead. */
function objectIn(schema: JsonSchema): JsonSchema {
  const objects = (schema.anyOf ?? [schema]).filter((each: JsonSchema) => each.properties)
  return objects.length === 1 ? objects[0] : {}
}

function unknown(field: string, known: string[]): FieldError {
  const named = field.length > 80 ? `${field.slice(0, 79)}…` : field
  const message = known.length
    ? text('api_input.unknown', { field: named, known: listInWords(known) })
    : text('api_input.unknown_of_none', { field: named })
  return { field: named, rule: 'unknown', message }
}
