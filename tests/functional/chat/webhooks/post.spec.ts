import { createSocket } from 'node:dgram'
import { Resolver as DnsClient } from 'node:dns/promises'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import type { LookupAddress } from 'node:dns'
import { test } from '@japa/runner'
import { NoResponse, guardedPost, type PostOrder } from '#chat/services/webhooks/guarded_post'
import { resolverBy } from '#chat/services/webhooks/resolver'
import { Receiver } from '#tests/helpers/webhook_receiver'
import { SELF_SIGNED } from './self_signed.js'

const order = (url: string, more: Partial<PostOrder> = {}): PostOrder => ({
  url,
  allowPrivate: false,
  headers: { 'content-type': 'application/json' },
  body: '{}',
  timeoutMs: 2000,
  signal: new AbortController().signal,
  ...more,
})

const names = (...addresses: string[]) => {
  const found = addresses.map((address): LookupAddress => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }))
  return async () => found
}

async function reasonOf(sent: Promise<unknown>) {
  const error = await sent.then(
    () => null,
    (failure: unknown) => failure
  )
  return error instanceof NoResponse ? error.reason : String(error)
}

test.group('A request to a receiver’s server', () => {
  test('never goes to an address inside, however it is named', async ({ assert, cleanup }) => {
    const inside = await Receiver.start(cleanup)
    const urls = [
      `http://127.0.0.1:${inside.port}/`,
      `http://2130706433:${inside.port}/`,
      `http://0x7f.1:${inside.port}/`,
      `http://0177.1:${inside.port}/`,
      `http://[::1]:${inside.port}/`,
      `http://[::ffff:127.0.0.1]:${inside.port}/`,
      `http://[64:ff9b::7f00:1]:${inside.port}/`,
      `http://[2002:7f00:1::]:${inside.port}/`,
      `http://0.0.0.0:${inside.port}/`,
      `http://localhost:${inside.port}/`,
      'http://169.254.169.254/latest/meta-data/',
      'http://[fe80::1]/',
      'https://10.0.0.1/',
    ]
    for (const url of urls)
      assert.equal(await reasonOf(guardedPost(order(url))), 'forbidden_address', url)
    assert.lengthOf(inside.received, 0)
  })

  test('never goes where a name leads inside, not even partly', async ({ assert, cleanup }) => {
    const inside = await Receiver.start(cleanup)
    const url = `http://hooks.example:${inside.port}/`
    const answers = [
      ['127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['93.184.216.34', '127.0.0.1'],
      ['169.254.169.254'],
      ['fd00::1'],
    ]
    for (const addresses of answers) {
      const resolve = names(...addresses)
      assert.equal(await reasonOf(guardedPost(order(url, { resolve }))), 'forbidden_address')
    }
    assert.lengthOf(inside.received, 0)
  })

  test('asks for the address once and connects to that one: a name that changes its mind gains nothing', async ({
    assert,
    cleanup,
  }) => {
    const inside = await Receiver.start(cleanup)
    const url = `http://rebinding.example:${inside.port}/`
    let asked = 0
    /** A public address for the check, and a private one for a second look-up. */
    const resolve = async () => {
      asked += 1
      return asked % 2 ? names('1.1.1.1')() : names('127.0.0.1')()
    }
    const first = await reasonOf(guardedPost(order(url, { resolve, timeoutMs: 50 })))
    assert.notEqual(first, 'forbidden_address')
    assert.equal(asked, 1)
    assert.equal(await reasonOf(guardedPost(order(url, { resolve }))), 'forbidden_address')
    assert.lengthOf(inside.received, 0)
  })

  test('goes inside when that is allowed, and keeps the answer to itself', async ({
    assert,
    cleanup,
  }) => {
    const inside = await Receiver.start(cleanup)
    inside.says(200, { 'content-type': 'text/plain' }, 'the inner workings')
    const resolve = names('127.0.0.1')
    for (const url of [inside.url, `http://in.example:${inside.port}/`]) {
      const { status, text } = await guardedPost(order(url, { allowPrivate: true, resolve }))
      assert.equal(status, 200)
      assert.isNull(text)
    }
    assert.lengthOf(inside.received, 2)
  })

  test('never goes to the metadata of a cloud, whatever is allowed', async ({ assert }) => {
    for (const url of ['http://169.254.169.254/', 'http://[fe80::1]/', 'http://0.0.0.0/']) {
      assert.equal(
        await reasonOf(guardedPost(order(url, { allowPrivate: true }))),
        'forbidden_address'
      )
    }
    const resolve = names('169.254.169.254')
    const named = order('http://metadata.example/', { allowPrivate: true, resolve })
    assert.equal(await reasonOf(guardedPost(named)), 'forbidden_address')
  })

  test('does not follow where an answer leads', async ({ assert, cleanup }) => {
    const [outside, inside] = [await Receiver.start(cleanup), await Receiver.start(cleanup)]
    for (const location of [inside.url, 'http://169.254.169.254/', '//127.0.0.1/']) {
      outside.says(307, { location })
      const { status } = await guardedPost(order(outside.url, { allowPrivate: true }))
      assert.equal(status, 307)
    }
    assert.lengthOf(inside.received, 0)
    assert.lengthOf(outside.received, 3)
  })

  test('ignores proxies that the environment names', async ({ assert, cleanup }) => {
    const [proxy, receiver] = [await Receiver.start(cleanup), await Receiver.start(cleanup)]
    const { HTTP_PROXY, NODE_USE_ENV_PROXY } = process.env
    cleanup(() => {
      Object.assign(process.env, {
        HTTP_PROXY: HTTP_PROXY ?? '',
        NODE_USE_ENV_PROXY: NODE_USE_ENV_PROXY ?? '',
      })
    })
    Object.assign(process.env, { HTTP_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' })
    await guardedPost(order(receiver.url, { allowPrivate: true }))
    assert.lengthOf(proxy.received, 0)
    assert.lengthOf(receiver.received, 1)
  })

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
