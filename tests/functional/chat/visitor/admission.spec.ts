import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer, request, WidgetClient } from '#tests/helpers/widget_client'

const UNKNOWN_KEY = 'f'.repeat(64)

/** Every public address of a widget, as [method, path]. */
function addresses(key: string, id: string): [string, string][] {
  const api = `/api/widget/${key}`
  return [
    ['GET', `/p/chat/${key}.js`],
    ['GET', `/p/chat/${key}`],
    ['GET', `${api}/script.js`],
    ['GET', `${api}/config`],
    ['POST', `${api}/session`],
    ['OPTIONS', `${api}/session`],
    ...ofVisitor(key, id),
  ]
}

/** Those of them that belong to one visitor. */
function ofVisitor(key: string, id: string): [string, string][] {
  const api = `/api/widget/${key}`
  return [
    ['POST', `${api}/identify`],
    ['POST', `${api}/page-views`],
    ['GET', `${api}/events`],
    ['POST', `${api}/conversations`],
    ...ofConversation(key, id),
  ]
}

function ofConversation(key: string, id: string): [string, string][] {
  const thread = `/api/widget/${key}/conversations/${id}`
  return [
    ['GET', `${thread}/messages`],
    ['POST', `${thread}/messages`],
    ['POST', `${thread}/read`],
    ['POST', `${thread}/typing`],
  ]
}

const BODY = { seq: 1, typing: true, content: 'Hello', url: 'https://shop.example/' }

function call([method, path]: [string, string], headers: Record<string, string> = {}) {
  const hasBody = method === 'POST'
  return request(`${ownServer()}${path}`, {
    method,
    headers: { ...headers, ...(hasBody ? { 'Content-Type': 'application/json' } : {}) },
    body: hasBody ? JSON.stringify({ ...BODY, client_message_id: randomUUID() }) : undefined,
  })
}

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
    const keys = [UNKNOWN_KEY, ...[off, inactive, removed].map(({ widget }) => widget.publicKey)]

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

  test('a preflight is told which methods and headers a website may use', async ({ assert }) => {
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
    assert.include(policy, 'frame-ancestors https://shop.example')
    assert.include(policy, "script-src 'self'")
  })

  test('missing, unknown, malformed, expired and foreign tokens are all refused with 401', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const other = await (await ChatWorld.create()).guest()
    const { visitor, token, conversation } = await world.chatting()
    const expired = await world.guest()
    await expired.visitor.merge({ tokenExpiresAt: DateTime.utc().minus({ seconds: 1 }) }).save()

    const wrong = ['', 'a'.repeat(64), '0', token.toUpperCase(), `${token},${token}`]
    const tokens = [...wrong, other.token, expired.token, visitor.tokenHash]
    for (const address of ofVisitor(world.widget.publicKey, conversation.externalId)) {
      for (const each of tokens) {
        const headers: Record<string, string> = each ? { 'X-Visitor-Token': each } : {}
        assert.equal((await call(address, headers)).status, 401, `${address} ${each}`)
      }
    }
    const session = new WidgetClient(world.widget.publicKey, other.token)
    assert.equal((await session.post('/session')).status, 401)
  })

  test("another visitor's conversation is not found, of this tenant or another", async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    for (const stranger of [
      await world.guest(),
      await (await ChatWorld.create()).guest(),
      await world.guest({}, await world.addWidget()),
    ]) {
      for (const address of ofConversation(stranger.browser.key, conversation.externalId)) {
        const { status, json } = await call(address, stranger.browser.headers)
        assert.equal(status, 404, address.join(' '))
        assert.equal(json.errors[0].code, 'E_CHAT_CONVERSATION_NOT_FOUND')
      }
    }
  })
})
