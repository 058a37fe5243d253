import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { ownServer } from '#tests/helpers/widget_client'

const STREAM = 'GET /chat/events'

/**
 * The network between a machine and the server. While it sleeps, event streams stay open at both ends
 * and carry nothing any more, not even after it has woken up; everything else is cut.
 */
export class SleepyNetwork {
  #sockets = new Map<Socket, { isStream: boolean; remote: Socket }>()

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

  sleep() {
    for (const [socket, { isStream, remote }] of this.#sockets) {
      if (isStream) remote.unpipe(socket).resume()
      else socket.destroy()
    }
  }

  #carry(socket: Socket) {
    const { port } = new URL(ownServer())
    const remote = connect(Number(port), 'localhost')
    const carried = { isStream: false, remote }
    this.#sockets.set(socket, carried)
    socket.on('data', (data) => (carried.isStream = data.toString('latin1').startsWith(STREAM)))
    socket.pipe(remote).pipe(socket)
    for (const end of [socket, remote]) end.on('error', () => {})
    socket.on('close', () => {
      this.#sockets.delete(socket)
      remote.destroy()
    })
    remote.on('close', () => socket.destroy())
  }
}
