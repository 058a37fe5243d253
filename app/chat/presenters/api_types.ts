import string from '@adonisjs/core/helpers/string'
import type { JsonSchema } from '#chat/transformers/api/shape'

/** One field of something as a line of a table. */
export interface FieldRow {
  name: string
  type: string
  /** Where the type is described, if it is one of the document's own. */
  href: string | null
  isRequired: boolean
  /** HTML. */
  description: string
}

/** A description as HTML: escaped, and what stands between backticks is code. */
export function prose(text = '') {
  return string.escapeHTML(text).replace(/&#x60;(.+?)&#x60;|`(.+?)`/g, '<code>$1$2</code>')
}

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1)

/** The anchor of one of the document's own types. */
export const anchorOf = (name: string) => `type-${name}`

/** A schema in words: `integer or null`, `list of Widget`, `low, normal, high`. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.anyOf) return schema.anyOf.map(typeText).join(' or ')
  if (schema.enum) return schema.enum.map((value: unknown) => value ?? 'null').join(', ')
  if (schema.type === 'array') return `list of ${typeText(schema.items ?? {})}`
  const types = [schema.type ?? 'anything'].flat().map((type) => {
    return type === 'string' && schema.format ? schema.format : type
  })
  return types.join(' or ') + limits(schema)
}

/** The fields of an object, and those of the objects inside it, by their path. */
export function fieldRows(schema: JsonSchema, prefix = ''): FieldRow[] {
  const required: string[] = schema.required ?? []
  return Object.entries<JsonSchema>(schema.properties ?? {}).flatMap(([name, field]) => [
    {
      name: prefix + name,
      type: typeText(field),
      href: hrefOf(field),
      isRequired: required.includes(name),
      description: prose(field.description),
    },
    ...fieldRows(field, `${prefix}${name}.`),
  ])
}

/** Where the type that a schema points to is described. */
export function hrefOf(schema: JsonSchema): string | null {
  const pointing = [schema, schema.items, ...(schema.anyOf ?? [])].find((each) => each?.$ref)
  return pointing ? `#${anchorOf(nameOf(pointing.$ref))}` : null
}

function limits({ minimum, maximum, maxLength, pattern }: JsonSchema) {
  if (maxLength !== undefined) return `, at most ${maxLength} characters`
  if (pattern !== undefined) return ` like ${pattern}`
  if (minimum !== undefined && maximum !== undefined && maximum < 2_147_483_647) {
    return ` from ${minimum} to ${maximum}`
  }
  return ''
}
