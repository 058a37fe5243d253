import { test } from '@japa/runner'
import { chatAsset } from '#chat/support/assets'
import { ChatWorld } from '#tests/helpers/chat_world'
import { asSent } from '#tests/helpers/as_sent'
import { ownServer, request } from '#tests/helpers/widget_client'

/** Addresses that nothing answers, and those that cannot be decoded. */
const NOWHERE = ['/nothing/here', '/robots.txt', '/crm/nothing.js', '/chat-assets/nothing.js']
const NOT_UTF8 = ['/%ff', '/%', '/%zz', '/%c0%80', '/login%ff', '/chat/%ff', '/p/chat/%ff.js']
const ODD = ['/chat/%00', '/p/chat/%00.js', '/chat-assets/%2e%2e%2fmanifest.json', '/leads/%00']

async function stylesheetOfTheCrm() {
  const { text } = await request(`${ownServer()}/login`)
  return ownServer() + /href="(\/crm\/[^"]+\.css)"/.exec(text)![1]
}

test.group('Errors', () => {
  test('carry the headers that protect a page, and no cache keeps them', async ({ assert }) => {
    for (const path of [...NOWHERE, ...NOT_UTF8, ...ODD]) {
      for (const accept of ['text/html', 'application/json']) {
        const { status, headers } = await request(ownServer() + path, { headers: { accept } })
        assert.oneOf(status, [400, 404], path)
        assert.match(
          headers.get('content-security-policy') ?? '',
          /default-src '(self|none)'/,
          path
        )
        assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
        assert.include(headers.get('cache-control'), 'no-store', path)
        assert.isNull(headers.get('etag'), path)
      }
    }
  })

  test('of a file that exists are not kept for as long as the file', async ({ assert }) => {
    const url = await stylesheetOfTheCrm()
    const whole = await asSent(url)
    assert.include(whole.headers['cache-control'], 'immutable')
    for (const [name, value] of [
      ['range', 'bytes=99999999-'],
      ['if-match', '"another"'],
    ]) {
      const refused = await asSent(url, { [name]: value, accept: 'text/html' })
      assert.equal(refused.status, 404)
      assert.equal(refused.headers['cache-control'], 'no-store')
      assert.isUndefined(refused.headers.etag)
      assert.match(refused.headers['content-type']!, /^text\/html/)
    }
  })

  test('of an asset that cannot be read are kept by no cache', async ({ assert }) => {
    const script = chatAsset('resources/js/chat/inbox/main.ts').js
    const tooLong = script.replace('.js', `${'-x'.repeat(200)}.js`)
    const { status, headers } = await request(ownServer() + tooLong)
    assert.oneOf(status, [404, 500])
    assert.equal(headers.get('cache-control'), 'no-store')
  })

  test('answer percent-encodings in a query that mean nothing, and never fail', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    for (const query of ['?a=%ff', '?%ff=%', '?after=%00', '?a[__proto__][b]=1', '?%zz']) {
      assert.equal((await request(`${ownServer()}/login${query}`)).status, 200, query)
      assert.equal((await browser.get(`/config${query}`)).status, 200, query)
    }
  })
})
