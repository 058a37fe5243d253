import type { OpenApiDocument } from '#chat/openapi/published_document'
import type { JsonSchema } from '#chat/transformers/api/fields'
import { anchorOf, fieldRows, hrefOf, prose, typeText } from '#chat/presenters/api_types'

/** The document as people read it: operations by what they are about, then the types. */
export function apiPage(document: OpenApiDocument) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries<JsonSchema>(methods).map(([method, operation]) => {
      return presentOperation(path, method, operation)
    })
  )
  return {
    description: prose(document.info.description),
    baseUrl: document.servers[0].url,
    groups: document.tags.map(({ name }) => ({
      name,
      id: name.toLowerCase().replaceAll(' ', '-'),
      operations: operations.filter(({ tag }) => tag === name),
    })),
    types: Object.entries<JsonSchema>(document.components.schemas).map(([name, schema]) => ({
      name,
      id: anchorOf(name),
      description: prose(schema.description),
      fields: fieldRows(schema),
    })),
  }
}

function presentOperation(path: string, method: string, operation: JsonSchema) {
  const body = operation.requestBody?.content['application/json'].schema
  return {
    id: operation.operationId,
    tag: operation.tags[0],
    method: method.toUpperCase(),
    methodClass: `chat-api__method--${method}`,
    path,
    summary: operation.summary,
    description: prose(operation.description),
    permission: operation['x-permission'],
    tables: [
      { title: 'Query', fields: presentQuery(operation.parameters) },
      { title: 'Body', fields: body ? fieldRows(body) : [] },
    ].filter(({ fields }) => fields.length > 0),
    answers: Object.entries<JsonSchema>(operation.responses).map(presentAnswer),
  }
}

function presentQuery(parameters: JsonSchema[]) {
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, required, schema }) => ({
      name,
      type: typeText(schema),
      href: null,
      isRequired: required,
      description: prose(schema.description),
    }))
}

function presentAnswer([status, { description, content }]: [string, JsonSchema]) {
  const schema: JsonSchema | undefined = content?.['application/json']?.schema
  const inside = schema?.properties?.data ?? schema
  return {
    status,
    isGood: status.startsWith('2'),
    description,
    type: inside ? typeText(inside) : '',
    href: inside ? hrefOf(inside) : null,
  }
}
