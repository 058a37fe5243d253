import type { OpenApiDocument } from '#chat/openapi/published_document'
import type { JsonSchema } from '#chat/transformers/api/shape'
import { anchorOf, fieldRows, hrefOf, prose, typeText } from '#chat/presenters/api_types'
import { chatPath } from '#chat/support/chat_url'
import { text } from '#chat/texts/text'

/** The document as people read it: operations by what they are about, then the types. */
export function apiPage(document: OpenApiDocument) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries<JsonSchema>(methods).map(([method, operation]) => {
      return presentOperation(path, method, operation)
    })
  )
  return {
    description: prose(document.info.description),
    example: document.servers[0].url + chatPath('chat.api.conversations.index'),
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
  const body = operation.requestBody?.content['application/json']?.schema
  return {
    id: operation.operationId,
    tag: operation.tags[0],
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: prose(operation.description),
    permission: operation['x-permission'],
    isForVisitors: Boolean(operation.security?.[0]?.visitor),
    example: presentExample(operation),
    tables: [
      { title: text('reference.query'), fields: presentQuery(operation.parameters) },
      { title: text('reference.body'), fields: body ? fieldRows(body) : [] },
    ].filter(({ fields }) => fields.length > 0),
    responses: Object.entries<JsonSchema>(operation.responses).map(presentResponse),
  }
}

/** The example's request and its successful response; nothing for responses without a body. */
function presentExample(operation: JsonSchema) {
  const good = Object.entries<JsonSchema>(operation.responses).find(([status]) => status[0] === '2')
  const [content] = Object.values<JsonSchema>(good?.[1].content ?? {})
  const response = content?.example
  return {
    request: operation['x-codeSamples'][0].source,
    response: typeof response === 'object' ? JSON.stringify(response, null, 2) : (response ?? ''),
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

function presentResponse([status, { description, content }]: [string, JsonSchema]) {
  const schema: JsonSchema | undefined = content?.['application/json']?.schema
  const inside = schema?.properties?.data ?? schema
  return {
    status,
    isGood: status.startsWith('2'),
    description: prose(description),
    type: inside ? typeText(inside) : '',
    href: inside ? hrefOf(inside) : null,
  }
}
