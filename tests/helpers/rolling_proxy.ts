import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** What stands before several servers: new connections go to one of them, and those that are open stay where they are. */
export class RollingProxy {
  #connections = new Set<Socket>()
  #target: URL

  private constructor(
    readonly url: string,
    target: string,
    readonly close: () => void
  ) {
    this.#target = new URL(target)
  }

  static async start(target: string) {
    const server = createServer((socket) => proxy.#carry(socket))
    await once(server.listen(0, 'localhost'), 'listening')
    const { port } = server.address() as AddressInfo
    const proxy: RollingProxy = new RollingProxy(`http://localhost:${port}`, target, () => {
      server.close()
      for (const socket of proxy.#connections) socket.destroy()
    })
    return proxy
  }

  /** Sends what connects from now on to another server. */
  switchTo(target: string) {
    this.#target = new URL(target)
  }

  #carry(socket: Socket) {
    const { port, hostname } = this.#target
    const remote = connect(Number(port), hostname)
    this.#connections.add(socket)
    const pairs = [
      [socket, remote],
      [remote, socket],
    ]
    for (const [end, other] of pairs) {
      end.on('error', () => {})
      end.on('close', () => other.destroy())
    }
    socket.on('close', () => this.#connections.delete(socket))
    socket.pipe(remote).pipe(socket)
  }
}
