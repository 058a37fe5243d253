import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import type User from '#crm/models/user'

/** The requests of one agent's browser to the inbox. */
export class InboxClient {
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
