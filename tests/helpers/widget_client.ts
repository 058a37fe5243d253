import { randomUUID } from 'node:crypto'

/** An answer of the public API, read to its end. */
export interface WidgetResponse {
  status: number
  headers: Headers
  text: string
  /** The parsed body; null when it is empty or no JSON. */
  json: any
}

/** Where the server of this test run answers. */
export const ownServer = () => process.env.APP_URL!

/** A visitor's browser as the public API sees it. Another server or address can stand in at any time. */
export class WidgetClient {
  constructor(
    readonly key: string,
    readonly token: string | null = null,
    readonly server = ownServer(),
    readonly extra: Record<string, string> = {}
  ) {}

  /** The same visitor, at another server or with more headers. */
  with(changes: { server?: string; token?: string | null; headers?: Record<string, string> }) {
    return new WidgetClient(
      this.key,
      changes.token === undefined ? this.token : changes.token,
      changes.server ?? this.server,
      { ...this.extra, ...changes.headers }
    )
  }

  get headers(): Record<string, string> {
    return this.token ? { 'X-Visitor-Token': this.token, ...this.extra } : this.extra
  }

  url(path: string) {
    return `${this.server}/api/widget/${this.key}${path}`
  }

  get(path: string) {
    return request(this.url(path), { headers: this.headers })
  }

  post(path: string, body: unknown = {}) {
    return this.send(path, JSON.stringify(body), 'application/json')
  }

  /** Posts a body as it is. */
  send(path: string, body: string, contentType: string) {
    const headers = { ...this.headers, 'Content-Type': contentType }
    return request(this.url(path), { method: 'POST', headers, body })
  }

  /** Writes where the message belongs, as a first message does. */
  start(content = 'Hello', id: string = randomUUID(), more: object = {}) {
    return this.post('/conversations', { content, client_message_id: id, ...more })
  }

  /** Writes into a conversation. */
  say(conversationId: string, content = 'Hello', id: string = randomUUID()) {
    const body = { content, client_message_id: id }
    return this.post(`/conversations/${conversationId}/messages`, body)
  }

  /** Uploads a file, to be sent with a message. */
  upload(bytes: Uint8Array<ArrayBuffer>, name: string, id: string = randomUUID()) {
    const headers = { ...this.headers, 'Content-Type': 'application/octet-stream' }
    const query = new URLSearchParams({ name, upload_id: id })
    return request(this.url(`/files?${query}`), { method: 'POST', headers, body: bytes })
  }

  /** Opens a file as its reader does, whatever it holds. */
  async open(fileId: string, query = '') {
    const response = await fetch(this.url(`/files/${fileId}${query}`), { headers: this.headers })
    const bytes = Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, bytes }
  }

  thread(conversationId: string, query = '') {
    return this.get(`/conversations/${conversationId}/messages${query}`)
  }
}

export async function request(url: string, init: RequestInit = {}): Promise<WidgetResponse> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
