import { createSocket } from 'node:dgram'
import { Resolver as DnsClient } from 'node:dns/promises'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { guardedPost } from '#chat/services/webhooks/guarded_post'
import { resolverBy } from '#chat/services/webhooks/resolver'
import { Receiver } from '#tests/helpers/webhook_receiver'
import { SELF_SIGNED } from './self_signed.js'
import { order, reasonOf } from './ordered.js'

test.group('A request that a receiver’s server does not answer', () => {
  test('ends in time, whether the server is silent or never stops sending', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await Receiver.start(cleanup)
    receiver.answer = () => {}
    const toReceiver = order(receiver.url, { allowPrivate: true, timeoutMs: 200 })
    assert.equal(await reasonOf(guardedPost(toReceiver)), 'timeout')

    receiver.answer = (response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    }
    const startedAt = performance.now()
    assert.equal((await guardedPost(toReceiver)).status, 200)
    assert.isBelow(performance.now() - startedAt, 1500)

    receiver.answer = (response) => {
      response.on('error', () => {})
      const flood = () => {
        while (response.writable && response.write('x'.repeat(65_536)));
      }
      response.on('drain', flood)
      flood()
    }
    assert.equal((await guardedPost(order(receiver.url, { allowPrivate: true }))).status, 200)
  })

  test('says why there was no answer', async ({ assert, cleanup }) => {
    const silent = createTcpServer((socket) => socket.end())
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    cleanup(() => void silent.close())
    const { port } = silent.address() as AddressInfo
    const allowed = { allowPrivate: true }
    assert.equal(await reasonOf(guardedPost(order(`http://127.0.0.1:${port}/`, allowed))), 'broken')
    assert.equal(
      await reasonOf(guardedPost(order(`https://127.0.0.1:${port}/`, allowed))),
      'broken'
    )
    assert.equal(await reasonOf(guardedPost(order('http://127.0.0.1:1/', allowed))), 'refused')

    const resolve = async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))
    assert.equal(await reasonOf(guardedPost(order('http://nowhere.example/', { resolve }))), 'dns')
  })

  test('waits for no silent name server, and delays no other request', async ({
    assert,
    cleanup,
  }) => {
    const silent = createSocket('udp4')
    silent.bind(0, '127.0.0.1')
    await once(silent, 'listening')
    cleanup(() => void silent.close())
    const dns = new DnsClient({ timeout: 150, tries: 1 })
    dns.setServers([`127.0.0.1:${silent.address().port}`])
    const resolve = resolverBy(dns)

    const startedAt = performance.now()
    const dead = Array.from({ length: 30 }, (_, n) =>
      reasonOf(guardedPost(order(`http://dead-${n}.example/`, { resolve })))
    )
    const alive = await Receiver.start(cleanup)
    const named = order(`http://localhost:${alive.port}/`, { allowPrivate: true })
    assert.equal((await guardedPost(named)).status, 204)
    assert.sameMembers([...new Set(await Promise.all(dead))], ['dns'])
    assert.isBelow(performance.now() - startedAt, 2000)
  })

  test('trusts no certificate that is not good', async ({ assert, cleanup }) => {
    const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env
    const server = createTlsServer(SELF_SIGNED)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    cleanup(() => {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
      server.close()
    })
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    const { port } = server.address() as AddressInfo
    const url = `https://127.0.0.1:${port}/`
    assert.equal(await reasonOf(guardedPost(order(url, { allowPrivate: true }))), 'tls')
  })
})
