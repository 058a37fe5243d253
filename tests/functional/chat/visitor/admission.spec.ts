import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer, request, WidgetClient } from '#tests/helpers/widget_client'
import { addresses, call } from './addresses.js'

const UNKNOWN_KEY = 'f'.repeat(64)

test.group('Who is let in', () => {
  test('module off, key unknown, widget off and widget removed are one and the same 404', async ({
    assert,
  }) => {
    const off = await ChatWorld.create()
    await off.setModule(false)
    const inactive = await ChatWorld.create()
    await inactive.chat.widgets.setActive(inactive.widget, false, null)
    const removed = await ChatWorld.create()
    await removed.chat.widgets.remove(removed.widget, null)
    const known = [off, inactive, removed].map(({ widget }) => widget.publicKey)
    const keys = [UNKNOWN_KEY, UNKNOWN_KEY.toUpperCase(), 'no-key', ...known]

    const answers = new Set<string>()
    for (const key of keys) {
      for (const address of addresses(key, UNKNOWN_KEY)) {
        const { status, headers, text } = await call(address)
        answers.add(`${status} ${headers.get('content-type')} ${text}`)
      }
    }
    assert.lengthOf([...answers], 1, [...answers].join('\n'))
    assert.match([...answers][0], /^404 application\/json/)
  })

  test('a regenerated key opens and the old one does not', async ({ assert }) => {
    const { chat, widget } = await ChatWorld.create()
    const oldKey = widget.publicKey
    await chat.widgets.regenerateKey(widget, null)
    assert.equal((await new WidgetClient(oldKey).get('/config')).status, 404)
    assert.equal((await new WidgetClient(widget.publicKey).get('/config')).status, 200)
  })

  test('a website that is not on the list is refused everywhere', async ({ assert }) => {
    const world = await ChatWorld.create({ allowedOrigins: ['https://shop.example'] })
    const { conversation, token } = await world.chatting()
    for (const origin of ['https://evil.example', 'https://shop.example.evil.example', 'null']) {
      for (const address of addresses(world.widget.publicKey, conversation.externalId)) {
        const answer = await call(address, { 'Origin': origin, 'X-Visitor-Token': token })
        assert.equal(answer.status, 403, `${address} from ${origin}`)
        assert.isNull(answer.headers.get('access-control-allow-origin'))
        assert.deepEqual(Object.keys(answer.json.errors[0]), ['message', 'code'])
      }
    }
  })

  test('an allowed website is answered with its own origin, errors included', async ({
    assert,
  }) => {
    const { widget } = await ChatWorld.create({ allowedOrigins: ['*.shop.example'] })
    const headers = { Origin: 'https://www.shop.example' }
    const browser = new WidgetClient(widget.publicKey, null, ownServer(), headers)
    for (const answer of [await browser.get('/config'), await browser.post('/conversations')]) {
      assert.equal(answer.headers.get('access-control-allow-origin'), headers.Origin)
      assert.include(answer.headers.get('vary')!, 'Origin')
      assert.isNull(answer.headers.get('access-control-allow-credentials'))
    }
  })

  test('a preflight returns the methods and headers that a website may use', async ({ assert }) => {
    const { widget } = await ChatWorld.create({ allowedOrigins: ['https://shop.example'] })
    const url = `${ownServer()}/api/widget/${widget.publicKey}/conversations/x/messages`
    const { status, headers } = await request(url, {
      method: 'OPTIONS',
      headers: { 'Origin': 'https://shop.example', 'Access-Control-Request-Method': 'POST' },
    })
    assert.equal(status, 204)
    assert.equal(headers.get('access-control-allow-origin'), 'https://shop.example')
    assert.include(headers.get('access-control-allow-methods')!, 'POST')
    assert.include(headers.get('access-control-allow-headers')!, 'X-Visitor-Token')
  })

  test('no public answer sets a cookie', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation, token } = await world.chatting()
    for (const address of addresses(world.widget.publicKey, conversation.externalId)) {
      if (address[1].endsWith('/events')) continue
      const { headers } = await call(address, { 'X-Visitor-Token': token })
      assert.isNull(headers.get('set-cookie'), address.join(' '))
    }
  })

  test('the frame may be shown on the allowed websites alone', async ({ assert }) => {
    const { widget } = await ChatWorld.create({ allowedOrigins: ['https://shop.example'] })
    const { status, headers } = await request(`${ownServer()}/p/chat/${widget.publicKey}`)
    assert.equal(status, 200)
    assert.isNull(headers.get('x-frame-options'))
    const policy = headers.get('content-security-policy')!.split('; ')
    assert.include(policy, "frame-ancestors 'self' https://shop.example")
    const sourcesOf = (kind: string) => policy.find((each) => each.startsWith(kind))!
    const hash = "'sha256-[\\w+/]{43}='"
    // Besides the script in the page the files that it loads in a conversation, each by its whole address
    const [later, files] = ['later', 'files'].map(
      (part) => `${new URL(ownServer()).host}/chat-assets/${part}-[\\w-]+\\.js`
    )
    assert.match(sourcesOf('script-src'), new RegExp(`^script-src ${hash} ${later} ${files}$`))
    assert.match(sourcesOf('style-src'), new RegExp(`^style-src ${hash}$`))
  })
})
