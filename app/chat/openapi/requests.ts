import type { ApiRoute } from '#chat/openapi/routes'
import type { Operation } from '#chat/openapi/operation'
import type { JsonSchema } from '#chat/transformers/api/shape'

type Describing = { toJSONSchema(): object }

/** What a validator accepts. A field that it does not know is refused by name. */
export function requestSchema(validator: Describing): JsonSchema {
  return structuredClone(validator.toJSONSchema())
}

/** The same where fields that are not known are passed over: a client in a website may be newer than this server. */
export const lenientSchema = (validator: Describing) => lenient(requestSchema(validator))

function lenient(schema: JsonSchema): JsonSchema {
  delete schema.additionalProperties
  Object.values(schema.properties ?? {}).forEach((each) => lenient(each as JsonSchema))
  schema.anyOf?.forEach(lenient)
  if (schema.items) lenient(schema.items)
  return schema
}

const UUID = { type: 'string', format: 'uuid' }

/** What a parameter of an address names a thing by. */
function namesThing(name: string, { caller }: ApiRoute): Pick<Parameter, 'schema' | 'description'> {
  if (name === 'key') {
    return { schema: { type: 'string' }, description: 'The `token` of the widget.' }
  }
  if (name === 'endKey') return { schema: { type: 'string' }, description: 'The `end_key`.' }
  if (name === 'file') return { schema: UUID, description: 'The `id` of the file.' }
  if (name === 'token')
    return { schema: { type: 'string' }, description: 'The last part of a link.' }
  if (caller !== 'program') return { schema: UUID, description: 'Its `id`, as visitors see it.' }
  return {
    schema: { anyOf: [{ type: 'integer', minimum: 1 }, UUID] },
    description: 'The `id` or the `uuid`.',
  }
}

interface Parameter {
  name: string
  in: string
  required: boolean
  schema: JsonSchema
  description?: string
}

/** The parameters of an operation: those within its address and those of its query. */
export function parametersOf(route: ApiRoute, { query }: Operation): Parameter[] {
  const within = route.parameters.map((name) => ({
    name,
    in: 'path',
    required: true,
    ...namesThing(name, route),
  }))
  if (!query) return within
  const { properties = {}, required = [] } = requestSchema(query)
  const asked = Object.entries<JsonSchema>(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return [...within, ...asked]
}
