import { Agent, request, type IncomingMessage } from 'node:http'
import { once } from 'node:events'

/** Milliseconds without an answer after which a request has failed. */
const PATIENCE_MS = 8000

export interface DrillResponse {
  status: number
  json: any
  /** Milliseconds that the server asks to wait. */
  retryAfterMs: number
}

/** A visitor's browser at the public API, with connections of its own. */
export class DrillClient {
  #agent: Agent

  constructor(
    /** The visitors' API of one widget. */
    protected endpoint: string,
    protected token: string,
    /** The address that a proxy says it has, so that visitors do not share one. */
    protected address?: string
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: 4 })
  }

  get(path: string) {
    return this.#ask('GET', path)
  }

  post(path: string, body: object) {
    return this.#ask('POST', path, JSON.stringify(body))
  }

  /** Opens the event stream; its response is to be read. @throws Error when it is refused */
  async stream(): Promise<IncomingMessage> {
    const asked = this.#request('GET', '/events', new Agent({ keepAlive: false }))
    asked.end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    asked.setTimeout(0)
    if (response.statusCode === 200) return response
    response.resume()
    throw new Error(`The stream was refused: ${response.statusCode}`)
  }

  close() {
    this.#agent.destroy()
  }

  async #ask(method: string, path: string, body = ''): Promise<DrillResponse> {
    const asked = this.#request(method, path, this.#agent)
    asked.end(body)
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    const chunks: string[] = await response.setEncoding('utf8').toArray()
    const retryAfterMs = Number(response.headers['retry-after'] ?? 0) * 1000
    return { status: response.statusCode!, json: parsed(chunks.join('')), retryAfterMs }
  }

  #request(method: string, path: string, agent: Agent) {
    const headers = {
      'X-Visitor-Token': this.token,
      'Content-Type': 'application/json',
      ...(this.address && { 'X-Forwarded-For': this.address }),
    }
    const options = { method, agent, headers, timeout: PATIENCE_MS }
    const asked = request(`${this.endpoint}${path}`, options)
    asked.on('timeout', () => asked.destroy(new Error('No answer')))
    asked.on('error', () => {})
    return asked
  }
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
