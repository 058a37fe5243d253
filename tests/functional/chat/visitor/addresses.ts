import { randomUUID } from 'node:crypto'
import { ownServer, request } from '#tests/helpers/widget_client'

/** Every public address of a widget, as [method, path]. */
export function addresses(key: string, id: string): [string, string][] {
  const api = `/api/widget/${key}`
  return [
    ['GET', `/p/chat/${key}.js`],
    ['GET', `/p/chat/${key}`],
    ['GET', `${api}/script.js`],
    ['GET', `${api}/config`],
    ['POST', `${api}/session`],
    ['OPTIONS', `${api}/session`],
    ...ofVisitor(key, id),
  ]
}

/** Those of them that belong to one visitor. */
export function ofVisitor(key: string, id: string): [string, string][] {
  const api = `/api/widget/${key}`
  return [
    ['POST', `${api}/identify`],
    ['POST', `${api}/page-views`],
    ['GET', `${api}/events`],
    ['POST', `${api}/conversations`],
    ...ofConversation(key, id),
  ]
}

export function ofConversation(key: string, id: string): [string, string][] {
  const thread = `/api/widget/${key}/conversations/${id}`
  return [
    ['GET', `${thread}/messages`],
    ['POST', `${thread}/messages`],
    ['POST', `${thread}/read`],
    ['POST', `${thread}/typing`],
  ]
}

const BODY = { seq: 1, typing: true, content: 'Hello', url: 'https://shop.example/' }

export function call([method, path]: [string, string], headers: Record<string, string> = {}) {
  const hasBody = method === 'POST'
  return request(`${ownServer()}${path}`, {
    method,
    headers: { ...headers, ...(hasBody ? { 'Content-Type': 'application/json' } : {}) },
    body: hasBody ? JSON.stringify({ ...BODY, client_message_id: randomUUID() }) : undefined,
  })
}
