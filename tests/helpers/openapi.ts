import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { publishedDocument } from '#chat/openapi/published_document'

type Schema = Record<string, any>

const ROOT = 'openapi'
let ajv: Ajv2020 | undefined
const compiled = new Map<string, ValidateFunction>()

/** A validator that knows the whole document, strict about words that it does not know. */
function validator() {
  if (ajv) return ajv
  ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  formats.default(ajv)
  const document = publishedDocument()
  for (const word of Object.keys(document)) ajv.addKeyword(word)
  ajv.addSchema({ $id: ROOT, ...document })
  return ajv
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** Compiles a schema of the document by where it stands in it. */
export function schemaAt(...place: string[]): ValidateFunction {
  const pointer = `${ROOT}#/${place.map(escaped).join('/')}`
  const known = compiled.get(pointer) ?? validator().compile({ $ref: pointer })
  compiled.set(pointer, known)
  return known
}

/** The operation that a request is about, and its path as the document writes it. */
export function operationOf(method: string, url: string) {
  const asked = new URL(url, 'http://localhost').pathname.split('/')
  const paths: [string, Schema][] = Object.entries(publishedDocument().paths)
  const fits = ([path]: [string, Schema]) => {
    const parts = path.split('/')
    return (
      parts.length === asked.length &&
      parts.every((part, index) => part === asked[index] || part.startsWith('{'))
    )
  }
  const literal = paths.filter(fits).sort(([a], [b]) => a.split('{').length - b.split('{').length)
  const found = literal.find(([, methods]) => method.toLowerCase() in methods)
  return found && { path: found[0], operation: found[1][method.toLowerCase()] as Schema }
}

/** What is wrong with an answer in the eyes of the document; nothing, if all is well. */
export function complaints(
  method: string,
  url: string,
  status: number,
  body: unknown,
  type = 'application/json'
): string[] {
  const found = operationOf(method, url)
  if (!found) return [`${method} ${url} is not in the document`]
  const { path, operation } = found
  const answer = operation.responses[status]
  if (!answer) return [`${method} ${path} does not say that it answers ${status}`]
  if (!answer.content) return body === '' ? [] : [`${method} ${path} answers ${status} with a body`]
  const place = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content']
  const described = type in answer.content ? type : '*/*'
  if (!answer.content[described])
    return [`${method} ${path} does not say that it answers with ${type}`]
  const check = schemaAt(...place, described, 'schema')
  if (check(body)) return []
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    return `${method} ${path} ${status}: ${instancePath} ${message} ${JSON.stringify(params)}`
  })
}
