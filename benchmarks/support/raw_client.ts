import { connect, type Socket } from 'node:net'
import { ResponseReader, type RawResponse } from './response_reader.js'

/**
 * One keep-alive connection that sends a request and waits for its answer. It knows just enough
 * HTTP for that, so that the generator of the load costs the machine as little as possible.
 */
export class RawClient {
  #socket: Socket
  #reader = new ResponseReader()
  #answered?: (answer: RawResponse) => void

  constructor(protected port: number) {
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (arrived: Buffer) => {
      const answer = this.#reader.take(arrived)
      if (answer) this.#answered?.(answer)
    })
  }

  request(method: string, path: string, headers: Record<string, string> = {}, body = '') {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const length = Buffer.byteLength(body)
    this.#reader = new ResponseReader()
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\n${lines.join('')}` +
        `Content-Length: ${length}\r\n\r\n${body}`
    )
    return new Promise<RawResponse>((resolve) => (this.#answered = resolve))
  }

  close() {
    this.#socket.destroy()
  }
}
