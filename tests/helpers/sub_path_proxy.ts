import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A proxy that serves an application under a path, which it strips: what is elsewhere is 404, and remembered, as a
 * proxy of several applications would send it to another one.
 */
export class SubPathProxy {
  /** What was asked for outside of the path. */
  readonly strays: string[] = []
  /** Where requests go. */
  target = ''

  private constructor(
    readonly url: string,
    private path: string,
    readonly close: () => void
  ) {}

  static async start(path: string) {
    const server = createServer((incoming, response) => proxy.#pass(incoming, response))
    await once(server.listen(0, 'localhost'), 'listening')
    const { port } = server.address() as AddressInfo
    const close = () => {
      server.close()
      server.closeAllConnections()
    }
    const proxy: SubPathProxy = new SubPathProxy(`http://localhost:${port}${path}`, path, close)
    return proxy
  }

  #pass(incoming: IncomingMessage, response: ServerResponse) {
    const { url = '/', method, headers } = incoming
    if (!url.startsWith(`${this.path}/`)) {
      this.strays.push(url)
      response.writeHead(404).end('Another application')
      return
    }
    const stripped = url.slice(this.path.length)
    const outgoing = request(new URL(stripped, this.target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
    outgoing.on('error', () => response.destroy())
    response.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing)
  }
}
