import { connect, type Socket } from 'node:net'

/** One open event stream; calls back with whatever text arrives. */
export class RawStream {
  #socket: Socket

  protected constructor(socket: Socket) {
    this.#socket = socket
  }

  /** Resolves when the stream's first frame is there. */
  static open(
    port: number,
    path: string,
    headers: Record<string, string>,
    onText: (text: string) => void
  ) {
    return new Promise<RawStream>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      let isOpen = false
      socket.setNoDelay(true)
      socket.setEncoding('utf8')
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        const text = String(chunk)
        if (isOpen) return onText(text)
        if (!text.startsWith('HTTP/1.1 200') && text.startsWith('HTTP/1.1')) {
          return reject(new Error(text.slice(0, 300)))
        }
        isOpen = true
        resolve(new RawStream(socket))
      })
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines.join('')}\r\n`)
    })
  }

  close() {
    this.#socket.destroy()
  }
}
