import { test } from '@japa/runner'
import { chatAsset } from '#chat/support/assets'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ApiCaller, API } from '#tests/helpers/api_caller'
import { asSent } from '#tests/helpers/as_sent'
import { ChatWorld } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'
import { ownServer, WidgetClient } from '#tests/helpers/widget_client'

const LOADER_LIMIT = 2500
/** Of the 20 KB that opening the chat may take; the session's answer is the rest. */
const FRAME_LIMIT = 20_000
const INBOX_LIMIT = 90_000

/** The addresses of the scripts and styles that a page names. */
const assetsOf = (html: string) => [
  ...new Set([...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, url]) => url)),
]

test.group('What crosses the wire', () => {
  test('the loader costs a website at most 2.5 KB, and the same text as without compression', async ({
    assert,
  }) => {
    const { widget } = await ChatWorld.create()
    const url = `${ownServer()}/p/chat/${widget.publicKey}.js`
    const plain = await asSent(url, { 'accept-encoding': 'identity' })
    assert.isUndefined(plain.headers['content-encoding'])

    const brotli = await asSent(url)
    assert.equal(brotli.headers['content-encoding'], 'br')
    assert.include(brotli.headers.vary, 'Accept-Encoding')
    assert.equal(brotli.text, plain.text)
    assert.isAtMost(brotli.bytes, LOADER_LIMIT)

    const gzip = await asSent(url, { 'accept-encoding': 'gzip' })
    assert.equal(gzip.headers['content-encoding'], 'gzip')
    assert.equal(gzip.text, plain.text)
    const refused = await asSent(url, { 'accept-encoding': 'br;q=0, gzip' })
    assert.equal(refused.headers['content-encoding'], 'gzip')

    const etag = String(brotli.headers.etag)
    const again = await asSent(url, { 'if-none-match': etag })
    assert.equal(again.status, 304)
    assert.equal(again.bytes, 0)
  })

  test('the frame of a widget brings all that it needs, and is sent again only when it has changed', async ({
    assert,
  }) => {
    const { widget, chat } = await ChatWorld.create()
    const url = `${ownServer()}/p/chat/${widget.publicKey}`
    const first = await asSent(url)
    assert.equal(first.headers['content-encoding'], 'br')
    assert.isAtMost(first.bytes, FRAME_LIMIT)
    assert.isEmpty(assetsOf(first.text))
    assert.equal((await asSent(url, { 'accept-encoding': 'identity' })).text, first.text)

    const kept = { 'if-none-match': String(first.headers.etag) }
    const again = await asSent(url, kept)
    assert.equal(again.status, 304)
    assert.equal(again.bytes, 0)

    const allowedOrigins = ['https://shop.example']
    await chat.widgets.update(widget, { allowedOrigins }, null)
    const elsewhere = await asSent(url, kept)
    assert.equal(elsewhere.status, 200)
    assert.include(elsewhere.headers['content-security-policy'], 'https://shop.example')
  })

  test('the inbox with all its scripts and styles takes at most 90 KB', async ({ assert }) => {
    const world = await ChatWorld.create()
    for (let index = 0; index < 30; index++) await world.chatting({ name: `Visitor ${index}` })
    const agent = await AgentBrowser.logIn(await world.user())
    const page = await asSent(`${ownServer()}/chat`, agent.headers)
    assert.equal(page.headers['content-encoding'], 'br')
    assert.include(page.text, 'Visitor 29')

    const assets = await Promise.all(
      assetsOf(page.text).map((path) => asSent(new URL(path, ownServer()).href))
    )
    assert.isAbove(assets.length, 3)
    for (const { status, headers, text } of assets) {
      assert.equal(status, 200)
      if (text.length > 1024) assert.equal(headers['content-encoding'], 'br')
    }
    const total = [page, ...assets].reduce((sum, { bytes }) => sum + bytes, 0)
    assert.isAtMost(total, INBOX_LIMIT)
  })

  test('an asset is sent as the build has compressed it, and one that is missing is not kept', async ({
    assert,
  }) => {
    const script = chatAsset('resources/js/chat/inbox/main.ts').js
    const url = new URL(script, ownServer()).href

    const plain = await asSent(url, { 'accept-encoding': 'identity' })
    const gzip = await asSent(url, { 'accept-encoding': 'gzip' })
    const brotli = await asSent(url)
    assert.equal(gzip.text, plain.text)
    assert.equal(brotli.text, plain.text)
    assert.isBelow(brotli.bytes, gzip.bytes)
    assert.isBelow(gzip.bytes * 2, plain.bytes)
    for (const { headers } of [plain, gzip, brotli]) {
      assert.match(String(headers['content-type']), /^(text|application)\/javascript/)
      assert.include(headers['cache-control'], 'immutable')
      assert.include(headers.vary, 'Accept-Encoding')
    }

    const missing = await asSent(`${ownServer()}/chat-assets/nothing-here.js`)
    assert.equal(missing.status, 404)
    assert.notInclude(missing.headers['cache-control'] ?? '', 'max-age')
  })

  test('JSON leaves compressed, on the visitor’s side and on the REST API', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation, token } = await world.chatting()
    const me = await world.agent('Anna')
    for (let index = 0; index < 20; index++) await world.reply(conversation, me, `Answer ${index}`)
    const visitor = new WidgetClient(world.widget.publicKey, token)
    const thread = await asSent(
      visitor.url(`/conversations/${conversation.externalId}/messages`),
      visitor.headers
    )
    assert.equal(thread.headers['content-encoding'], 'br')
    assert.isAtLeast(JSON.parse(thread.text).messages.length, 20)

    const { headers } = await ApiCaller.for(await world.user())
    const path = `${API}/conversations/${conversation.externalId}/messages`
    const rest = await asSent(ownServer() + path, { ...headers, 'accept-encoding': 'gzip' })
    assert.equal(rest.headers['content-encoding'], 'gzip')
    assert.include(rest.text, 'Answer 19')
  })

  test('an event stream is never compressed: its first frame comes alone', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { token } = await world.chatting()
    const visitor = new WidgetClient(world.widget.publicKey, token)
    const agent = await AgentBrowser.logIn(await world.user())
    const asBrowsers = { 'Accept-Encoding': 'gzip, deflate, br' }

    for (const [url, headers] of [
      [visitor.url('/events'), visitor.headers],
      [`${ownServer()}/chat/events`, agent.headers],
    ] as const) {
      const stream = await EventStream.open(url, { ...headers, ...asBrowsers })
      await stream.frame('chat.ready')
      assert.isUndefined(stream.response.headers['content-encoding'])
      stream.close()
    }
  })
})
