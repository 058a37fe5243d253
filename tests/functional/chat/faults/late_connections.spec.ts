import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { ServerProcess } from '#tests/helpers/server_process'
import { soon } from '../routing/team.js'

const HALF_A_HEAD = 'GET /login HTTP/1.1\r\nHost: localhost\r\n'
const BODY = JSON.stringify({ email: 'anna@team.example', password: 'wrong' })
const HALF_A_REQUEST = [
  'POST /login HTTP/1.1',
  'Host: localhost',
  'Content-Type: application/json',
  `Content-Length: ${BODY.length}`,
  '',
  BODY[0],
].join('\r\n')

/** A server, and what connects to it and says this. */
async function serving(cleanup: TestContext['cleanup']) {
  const server = await ServerProcess.start()
  cleanup(() => void server.stop('SIGKILL'))
  const connection = async (text: string) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    cleanup(() => void socket.destroy())
    socket.on('error', () => {})
    await once(socket, 'connect')
    if (text) socket.write(text)
    return socket
  }
  /** Settles when the server has begun to end. */
  const ending = () =>
    soon(async () => {
      const health = await fetch(`${server.url}/p/chat/health`).catch(() => null)
      return health?.status !== 200
    })
  return { server, connection, ending }
}

test.group('A server that is to end', () => {
  test('cuts off connections that ask for nothing, and requests that stay halves', async ({
    assert,
    cleanup,
  }) => {
    const { server, connection } = await serving(cleanup)
    await Promise.all(['', HALF_A_HEAD, HALF_A_REQUEST].map(connection))
    assert.isBelow(await server.stop(), 5000)
    assert.equal(server.process.exitCode, 0)
  })

  test('answers a request under way, and closes its connection then', async ({
    assert,
    cleanup,
  }) => {
    const { server, connection, ending } = await serving(cleanup)
    const socket = await connection(HALF_A_REQUEST)
    const stopped = server.stop()
    await ending()
    socket.write(BODY.slice(1))
    const [answer] = await once(socket, 'data')
    assert.match(String(answer), /^HTTP\/1.1 302 /)
    assert.isBelow(await stopped, 5000)
    assert.equal(server.process.exitCode, 0)
  })
})
