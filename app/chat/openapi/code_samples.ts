import type { ApiRoute, Caller } from '#chat/openapi/routes'
import type { Operation } from '#chat/openapi/operation'
import { EXAMPLE_REQUESTS } from '#chat/openapi/example_requests'
import { EXAMPLE_UUID, EXAMPLE_VALUES } from '#chat/openapi/example_values'

const LOG_IN: Record<Caller, string[]> = {
  program: [`-H 'Authorization: Bearer TOKEN'`],
  visitor: [`-H 'X-Visitor-Token: TOKEN'`],
  website: [],
}

const FILE = [`-H 'Content-Type: application/octet-stream'`, '--data-binary @invoice.pdf']
const UPLOAD = `?name=invoice.pdf&upload_id=${EXAMPLE_UUID}`

/** What a parameter of an address is in the samples; visitors know things by their UUID alone. */
export const samplePath = ({ path, caller }: ApiRoute) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'key') return String(EXAMPLE_VALUES.key)
    if (name === 'endKey') return String(EXAMPLE_VALUES.end_key)
    if (name === 'token') return String(EXAMPLE_VALUES.link)
    if (name === 'file') return EXAMPLE_UUID
    return caller === 'program' ? String(EXAMPLE_VALUES.id) : EXAMPLE_UUID
  })

/** A command that calls an operation, for a shell. */
export function curl(publicUrl: string, route: ApiRoute, { takesFile }: Operation): string {
  const body = EXAMPLE_REQUESTS[route.name]
  const method = route.method.toUpperCase()
  const json = JSON.stringify(body)?.replaceAll(`'`, String.raw`'\''`)
  const needsLogIn = route.caller !== 'program' || route.permission
  const parts = [
    method === 'GET' || (method === 'POST' && (body || takesFile)) ? '' : `-X ${method}`,
    ...(needsLogIn ? LOG_IN[route.caller] : []),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${json}'`] : []),
    ...(takesFile ? FILE : []),
    `'${publicUrl}${samplePath(route)}${takesFile ? UPLOAD : ''}'`,
  ]
  return ['curl', ...parts.filter(Boolean)].join(' ')
}
