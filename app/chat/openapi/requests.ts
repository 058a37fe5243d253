import type { ApiRoute } from '#chat/openapi/routes'
import type { Operation } from '#chat/openapi/operation'
import type { JsonSchema } from '#chat/transformers/api/fields'

/** What a validator accepts. Fields that it does not know are ignored, not refused. */
export function requestSchema(validator: { toJSONSchema(): object }): JsonSchema {
  return lenient(structuredClone(validator.toJSONSchema()))
}

function lenient(schema: JsonSchema): JsonSchema {
  if (schema.type === 'object') delete schema.additionalProperties
  Object.values(schema.properties ?? {}).forEach((each) => lenient(each as JsonSchema))
  if (schema.items) lenient(schema.items)
  return schema
}

/** The parameters of an operation: those within its address and those of its query. */
export function parametersOf(route: ApiRoute, { query }: Operation) {
  const within = route.parameters.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  if (!query) return within
  const { properties = {}, required = [] } = requestSchema(query)
  const asked = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return [...within, ...asked]
}
