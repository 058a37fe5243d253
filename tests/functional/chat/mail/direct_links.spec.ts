import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import DirectLink from '#chat/models/direct_link'
import MailStop from '#chat/models/mail_stop'
import { toSqlUtc } from '#chat/models/columns'
import { ChatWorld } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'
import { WidgetClient } from '#tests/helpers/widget_client'
import { answered, mailed, tokenIn, visit } from './mailing.js'

/** A visitor with a mailed conversation, and the link in the email. */
async function linked(world: ChatWorld) {
  const it = await answered(world)
  const [mail] = await mailed(world)
  const token = tokenIn(mail)
  const key = world.widget.publicKey
  const open = () => visit(`/api/widget/${key}/links/${token}`, { method: 'POST' })
  return { ...it, token, key, open, page: `/p/chat/${key}/c/${token}` }
}

const session = async (answer: Response) =>
  ((await answer.json()) as { visitor_token: string }).visitor_token

test.group('A link to a conversation', () => {
  test('is used up by no GET, and opens the conversation on any device', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { key, open, page, conversation } = await linked(world)
    for (const address of [page, `${page}/stop`]) {
      const answer = await visit(address)
      assert.equal(answer.status, 200)
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      assert.isNull(answer.headers.get('set-cookie'))
    }
    const [laptop, phone] = [await session(await open()), await session(await open())]
    assert.equal(laptop, phone)
    const state = await new WidgetClient(key, phone).post('/session', {})
    assert.equal(state.json.conversation.id, conversation.externalId)
    assert.include(JSON.stringify(state.json.messages), 'on its way')
  })

  test('lets the visitor answer, and the agent sees who it is', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { key, open, conversation, visitor } = await linked(world)
    const browser = new WidgetClient(key, await session(await open()))
    const draft = { content: 'Thank you!', client_message_id: randomUUID() }
    const answer = await browser.post(`/conversations/${conversation.externalId}/messages`, draft)
    assert.equal(answer.status, 201)
    const { messages } = await world.chat.inbox.thread(conversation, {
      limit: 3,
      visibility: 'public',
    })
    assert.equal(messages.at(-1)!.content, 'Thank you!')
    assert.equal(messages.at(-1)!.senderId, visitor.id)
  })

  test('reaches no other conversation of its visitor, by request or stream', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await linked(world)
    await world.chat.conversations.resolve(guest.conversation, guest.agent)
    const resolved = await world.stored(guest.conversation)
    await resolved.merge({ resolvedAt: DateTime.utc().minus({ days: 3 }) }).save()
    const { conversation: other } = await world.start(guest, 'A private matter')
    assert.notEqual(other.id, guest.conversation.id)

    const token = await session(await guest.open())
    const browser = new WidgetClient(guest.key, token)
    const state = await browser.post('/session', {})
    assert.equal(state.json.conversation.id, guest.conversation.externalId)
    assert.notInclude(state.text, 'private')
    const path = `/conversations/${other.externalId}`
    const draft = { content: 'Me, too', client_message_id: randomUUID() }
    assert.equal((await browser.get(`${path}/messages`)).status, 404)
    assert.equal((await browser.post(`${path}/messages`, draft)).status, 404)
    assert.equal((await browser.post(`${path}/read`, { seq: 1 })).status, 404)
    assert.equal((await browser.post(`${path}/typing`, { typing: true })).status, 404)
    assert.equal((await browser.post(`${path}/rate`, { rating: 1 })).status, 404)
    assert.equal((await browser.post('/conversations', draft)).status, 409)

    const stream = await EventStream.open(browser.url('/events'), browser.headers)
    const { browser: ownBrowser } = guest
    const own = await EventStream.open(ownBrowser.url('/events'), ownBrowser.headers)
    await stream.frame('chat.ready')
    await own.frame('chat.ready')
    await world.reply(other, guest.agent, 'About the private matter')
    await own.frame('chat.message.sent')
    assert.notInclude(stream.raw, 'private')
    assert.notInclude(stream.raw, other.externalId)
    stream.close()
    own.close()
  })

  test('is good for seven days, and for its own widget only', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { key, token, open, visitor } = await linked(world)
    const other = await world.addWidget()
    const elsewhere = await visit(`/api/widget/${other.publicKey}/links/${token}`, {
      method: 'POST',
    })
    assert.equal(elsewhere.status, 410)
    const unknown = await visit(`/api/widget/${key}/links/${'0'.repeat(32)}`, { method: 'POST' })
    assert.equal(unknown.status, 410)
    const visitorToken = await session(await open())
    const stored = await DirectLink.findByOrFail('visitor_id', visitor.id)
    assert.notInclude(JSON.stringify(stored.$attributes), token)
    assert.notInclude(JSON.stringify(stored.$attributes), visitorToken)
    assert.closeTo(stored.expiresAt.diffNow('days').days, 7, 0.1)

    const past = toSqlUtc(DateTime.utc().minus({ seconds: 1 }))
    await DirectLink.query().where('id', stored.id).update({ expires_at: past })
    assert.equal((await open()).status, 410)
    const late = await new WidgetClient(key, visitorToken).post('/session', {})
    assert.equal(late.status, 401)
  })

  test('opens nothing any more when its visitor has had themselves forgotten', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { key, open, visitor } = await linked(world)
    const token = await session(await open())
    const endKey = (await new WidgetClient(key, token).post('/session', {})).json.end_key
    assert.notEqual(endKey, visitor.tokenHash)
    await world.chat.visitors.forget(world.widget, visitor.tokenHash)
    assert.equal((await open()).status, 410)
    assert.equal((await new WidgetClient(key, token).post('/session', {})).status, 401)
  })
})

test.group('Unsubscribing', () => {
  test('takes one POST, which needs no page, and a GET changes nothing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { page } = await linked(world)
    const stops = () => MailStop.query().where('tenant_id', world.tenantId)
    await visit(`${page}/stop`)
    assert.isEmpty(await stops())
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    for (let times = 0; times < 2; times += 1) {
      const body = 'List-Unsubscribe=One-Click'
      const answer = await visit(`${page}/stop`, { method: 'POST', headers: form, body })
      assert.equal(answer.status, 200)
      assert.include(await answer.text(), 'vera@example.com gets no more emails')
    }
    const [stop, ...more] = await stops()
    assert.equal(stop.email, 'vera@example.com')
    assert.isEmpty(more)
  })

  test('by an unknown link is a page that says so', async ({ assert }) => {
    const { widget } = await ChatWorld.create()
    const answer = await visit(`/p/chat/${widget.publicKey}/c/${'0'.repeat(32)}/stop`, {
      method: 'POST',
    })
    assert.equal(answer.status, 404)
    assert.include(await answer.text(), 'isn’t known')
  })
})
