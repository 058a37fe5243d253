import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { ownServer } from '#tests/helpers/widget_client'

const STREAM = 'GET /chat/events'

/** The network between a machine and the server, and what can become of it. */
export class SleepyNetwork {
  #sockets = new Map<Socket, { isStream: boolean; isDead: boolean; remote: Socket }>()
  #isHole = false

  private constructor(
    readonly url: string,
    readonly close: () => void
  ) {}

  static async start() {
    const server = createServer((socket) => network.#carry(socket))
    await once(server.listen(0, 'localhost'), 'listening')
    const { port } = server.address() as AddressInfo
    const network: SleepyNetwork = new SleepyNetwork(`http://localhost:${port}`, () => {
      server.close()
      for (const [socket, { remote }] of network.#sockets) [socket, remote].map((s) => s.destroy())
    })
    return network
  }

  /** Event streams stay open at both ends and carry nothing any more, ever; everything else is cut. */
  sleep() {
    for (const [socket, { isStream, remote }] of this.#sockets) {
      if (isStream) remote.unpipe(socket).resume()
      else socket.destroy()
    }
  }

  /** Whatever is open stays open and carries nothing any more, ever; what is opened from now on works. */
  deaden() {
    for (const [socket, carried] of this.#sockets) {
      const { remote } = carried
      carried.isDead = true
      remote.unpipe(socket).resume()
      socket.unpipe(remote).resume()
    }
  }

  /** Nothing gets through, and nothing says so; what is opened until `restore()` stays dead afterwards. */
  swallow() {
    this.#isHole = true
    this.deaden()
  }

  restore() {
    this.#isHole = false
  }

  #carry(socket: Socket) {
    const { port, hostname } = new URL(ownServer())
    const remote = this.#isHole ? socket : connect(Number(port), hostname)
    const carried = { isStream: false, isDead: this.#isHole, remote }
    this.#sockets.set(socket, carried)
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#sockets.delete(socket)
      remote.destroy()
    })
    if (remote === socket) return socket.resume()
    remote.on('error', () => {})
    remote.on('close', () => carried.isDead || socket.destroy())
    socket.on('data', (data) => (carried.isStream = data.toString('latin1').startsWith(STREAM)))
    socket.pipe(remote).pipe(socket)
  }
}
