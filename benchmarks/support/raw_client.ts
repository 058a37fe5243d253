import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  status: number
  body: string
}

/**
 * One keep-alive connection that sends a request and waits for its answer. It knows just enough
 * HTTP for that, so that the generator of the load costs the machine as little as possible.
 */
export class RawClient {
  #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #answered?: (answer: RawAnswer) => void

  constructor(protected port: number) {
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk))
  }

  request(method: string, path: string, headers: Record<string, string> = {}, body = '') {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const length = Buffer.byteLength(body)
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\n${lines.join('')}` +
        `Content-Length: ${length}\r\n\r\n${body}`
    )
    return new Promise<RawAnswer>((resolve) => (this.#answered = resolve))
  }

  close() {
    this.#socket.destroy()
  }

  #take(chunk: Buffer) {
    this.#received = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.#received.length < end + 4 + length) return
    const body = this.#received.toString('utf8', end + 4, end + 4 + length)
    this.#received = this.#received.subarray(end + 4 + length)
    this.#answered?.({ status: Number(head.slice(9, 12)), body })
  }
}
