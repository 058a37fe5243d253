import { test } from '@japa/runner'
import { guardedPost } from '#chat/services/webhooks/guarded_post'
import { Receiver } from '#tests/helpers/webhook_receiver'
import { names, order, reasonOf } from './ordered.js'

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
})
