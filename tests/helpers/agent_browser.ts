import type User from '#crm/models/user'
import { PASSWORD } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'
import { ownServer, request } from '#tests/helpers/widget_client'

/** A user's browser at the CRM: logged in for real, cookies, CSRF token and all. */
export class AgentBrowser {
  #cookies = new Map<string, string>()
  /** Of the newest page with a form. */
  #csrf = ''

  constructor(readonly server = ownServer()) {}

  static async logIn(user: Pick<User, 'email'>, server = ownServer()) {
    const browser = new AgentBrowser(server)
    await browser.get('/login')
    const { status } = await browser.post('/login', { email: user.email, password: PASSWORD })
    if (status >= 400) throw new Error(`Could not log in: ${status}`)
    return browser
  }

  get cookies() {
    return [...this.#cookies].map(([name, value]) => ({ name, value }))
  }

  get headers(): Record<string, string> {
    const cookies = this.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return { 'Cookie': cookies, 'X-CSRF-TOKEN': this.#csrf }
  }

  /** Another browser, at this or another server, to which this one's cookies were copied. */
  copy(server = this.server) {
    const copy = new AgentBrowser(server)
    copy.#cookies = new Map(this.#cookies)
    copy.#csrf = this.#csrf
    return copy
  }

  get(path: string) {
    return this.#send(path, {})
  }

  /** As the inbox's script asks, or sends a body. */
  ask(path: string, body?: object) {
    const headers = { 'Accept': 'application/json', 'Content-Type': 'application/json' }
    if (!body) return this.#send(path, { headers })
    return this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  post(path: string, body: object = {}) {
    const headers = { 'Content-Type': 'application/json' }
    return this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  /** Opens the agents' event stream. */
  stream(path = '/chat/events') {
    return EventStream.open(`${this.server}${path}`, this.headers)
  }

  async #send(path: string, init: RequestInit) {
    const headers = { ...this.headers, ...(init.headers as Record<string, string>) }
    const answer = await request(`${this.server}${path}`, { ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    this.#csrf = csrfIn(answer.text) ?? this.#csrf
    return answer
  }
}

const csrfIn = (page: string) => /name=["']_csrf["'] value=["']([^"']+)/.exec(page)?.[1]
