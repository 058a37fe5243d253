import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import type User from '#crm/models/user'
import type { ChatPermission } from '#chat/contracts/crm_host'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** Everything that is read, under one conversation or not. */
export const READS = [
  '',
  '/list',
  '/rows?ids=',
  '/unread',
  '/export.csv',
  '/:id',
  '/:id/pane',
  '/:id/context',
  '/:id/messages',
]

/** Everything that changes a conversation, with what it takes. */
export const WRITES: [string, Record<string, unknown>][] = [
  ['/:id/messages', { content: 'Hello', client_message_id: randomUUID() }],
  ['/:id/read', { seq: 1 }],
  ['/:id/typing', { typing: true }],
  ['/:id/assign', { user_id: 'me' }],
  ['/:id/transfer', { to: 'agent:1' }],
  ['/:id/resolve', {}],
  ['/:id/close', {}],
  ['/:id/reopen', {}],
  ['/:id/undo', {}],
  ['/:id/snooze', { until: 'hour' }],
  ['/:id/wake', {}],
  ['/:id/archive', {}],
  ['/:id/unarchive', {}],
  ['/:id/contact', { name: 'Joan' }],
  ['/:id/promote', {}],
  ['/:id/convert', {}],
]

/** What one agent's browser does in the inbox. */
export class Desk {
  constructor(
    protected client: ApiClient,
    readonly user: User
  ) {}

  /** A page, as following a link gets it. */
  page(path: string) {
    return this.client.get(`/chat${path}`).loginAs(this.user).redirects(0)
  }

  /** A fragment or data, as the inbox's script gets it. */
  ask(path: string) {
    return this.page(path).header('Accept', 'application/json')
  }

  /** A plain form. */
  submit(path: string, form: Record<string, unknown> = {}) {
    const request = this.client.post(`/chat${path}`).loginAs(this.user).withCsrfToken()
    return request.redirects(0).form(form)
  }

  /** What the inbox's script sends. */
  send(path: string, body: Record<string, unknown> = {}) {
    const request = this.client.post(`/chat${path}`).loginAs(this.user).withCsrfToken()
    return request.redirects(0).header('Accept', 'application/json').json(body)
  }

  say(conversationId: string, content: string, more: Record<string, unknown> = {}) {
    const message = { content, client_message_id: randomUUID(), ...more }
    return this.send(`/${conversationId}/messages`, message)
  }
}

/** Leaves a user with these permissions alone, whatever their role, while something is done. */
export async function withOnly(
  { chat: { host } }: ChatWorld,
  user: User,
  allowed: ChatPermission[],
  work: () => Promise<void>
) {
  const { can } = host
  host.can = async (asked, permission) =>
    asked.id === String(user.id) ? allowed.includes(permission) : can(asked, permission)
  try {
    await work()
  } finally {
    host.can = can
  }
}
