import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'

/**
 * What stands before several servers, as a load balancer does: new connections go to each in turn, and those that are
 * open stay where they are. It can also cut the network.
 */
export class DrillProxy {
  #connections = new Set<Socket>()
  #targets: URL[] = []
  #turn = 0
  #isCut = false

  private constructor(
    protected server: Server,
    readonly port: number
  ) {
    server.on('connection', (socket: Socket) => this.#accept(socket))
  }

  /** Listens on this machine, before these addresses. */
  static async start(...targets: string[]) {
    const server = createServer()
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const proxy = new DrillProxy(server, (server.address() as AddressInfo).port)
    proxy.switchTo(...targets)
    return proxy
  }

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  /** Sends what connects from now on to other servers. */
  switchTo(...targets: string[]) {
    this.#targets = targets.map((target) => new URL(target))
  }

  /** Cuts the network: every connection breaks, and new ones are refused. */
  cut() {
    this.#isCut = true
    for (const socket of this.#connections) socket.destroy()
  }

  heal() {
    this.#isCut = false
  }

  close() {
    this.server.close()
    for (const socket of this.#connections) socket.destroy()
  }

  #accept(socket: Socket) {
    socket.on('error', () => {})
    if (this.#isCut) return socket.destroy()
    this.#connections.add(socket)
    socket.on('close', () => this.#connections.delete(socket))
    this.#carry(socket, this.#targets.length)
  }

  /** To the next server; where none listens, to the one after it. */
  #carry(socket: Socket, tries: number) {
    const { port, hostname } = this.#targets[this.#turn++ % this.#targets.length]
    const remote = connect(Number(port), hostname)
    let isConnected = false
    remote.on('connect', () => {
      isConnected = true
      socket.pipe(remote).pipe(socket)
    })
    remote.on('error', () => {
      if (!isConnected && tries > 1 && !socket.destroyed) this.#carry(socket, tries - 1)
      else socket.destroy()
    })
    remote.on('close', () => isConnected && socket.destroy())
    socket.on('close', () => remote.destroy())
  }
}
