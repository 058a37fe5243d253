import { createHmac } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the receiver got it. */
export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
  json: any
  at: number
}

type Respond = (response: ServerResponse, received: Received) => void

/** The server of a receiver: takes what webhooks send, and responds as the test says. */
export class Receiver {
  readonly received: Received[] = []
  readonly #heard = new EventEmitter()
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { url: path = '', headers } = request
      const received = { path, headers, body, json: JSON.parse(body), at: Date.now() }
      this.received.push(received)
      this.answer(response, received)
      this.#heard.emit('request')
    })
  })

  answer: Respond = (response) => response.writeHead(204).end()

  static async start(cleanup: (end: () => void) => void) {
    const receiver = new Receiver()
    receiver.#server.listen(0, '127.0.0.1')
    await once(receiver.#server, 'listening')
    cleanup(() => receiver.stop())
    return receiver
  }

  /** Answers with a status from now on. */
  says(status: number, headers: Record<string, string> = {}, text = '') {
    this.answer = (response) => response.writeHead(status, headers).end(text)
  }

  /** Settles when so many requests have come. */
  async gets(count: number) {
    while (this.received.length < count) await once(this.#heard, 'request')
  }

  get port() {
    return (this.#server.address() as AddressInfo).port
  }

  get url() {
    return `http://127.0.0.1:${this.port}/hooks`
  }

  /** The requests that it received, without tests. */
  get events() {
    return this.received.map(({ json }) => json.event).filter((event) => event !== 'ping')
  }

  stop() {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

/** What a receiver does with the signature, written as the page in the settings tells it to. */
export function verifies({ headers, body }: Received, secret: string) {
  const parts = String(headers['x-chat-signature'])
    .split(',')
    .map((part) => part.split('='))
  const [[, timestamp]] = parts
  const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300
  return isFresh && parts.some(([name, value]) => name === 'v1' && value === expected)
}
