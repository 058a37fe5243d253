import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import VisitorSession from '#chat/models/visitor_session'
import { DateTime } from 'luxon'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient } from '#tests/helpers/widget_client'
import { Signer } from './signing.js'

const verify = (browser: WidgetClient, jwt: string) => browser.post('/identity', { jwt })

/** A browser that has been verified, with the token that it was given. */
async function verifiedBrowser(world: ChatWorld, jwt: string, token: string | null = null) {
  const browser = new WidgetClient(world.widget.publicKey, token)
  const { status, json } = await verify(browser, jwt)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(json)}`)
  return { json, browser: browser.with({ token: json.visitor_token ?? token }) }
}

const storedMessage = (content: string) =>
  Message.query().where({ content }).orderBy('id', 'desc').firstOrFail()

test.group('Verified visitors (V6)', () => {
  test('the browser’s visitor so far becomes the visitor of the identity, with their conversation', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const { visitor, token, conversation } = await world.chatting({ name: 'Somebody' })
    const jwt = await signer.sign({
      name: 'Vera Visitor',
      email: 'vera@example.com',
      phone_number: '+47 21000000',
      attributes: { plan: 'gold', seats: 4, admin: true, nested: { no: 1 } },
    })
    const { json, browser } = await verifiedBrowser(world, jwt, token)
    assert.match(json.visitor_token, /^[0-9a-f]{64}$/)
    assert.deepEqual(json.visitor, {
      name: 'Vera Visitor',
      email: 'vera@example.com',
      phone: '+47 21000000',
      has_email: true,
    })
    const session = await browser.post('/session')
    assert.equal(session.json.conversation.id, conversation.externalId)

    const stored = await Visitor.findOrFail(visitor.id)
    assert.equal(stored.verifiedId, '42')
    assert.deepEqual(stored.verifiedDetails?.attributes, { plan: 'gold', seats: 4, admin: true })
    // The token from before reaches nothing any more
    const before = new WidgetClient(world.widget.publicKey, token)
    assert.equal((await before.post('/session')).status, 401)
  })

  test('is the same visitor on another device, and a reset ends one device alone', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const phone = await verifiedBrowser(world, await signer.sign())
    const started = await phone.browser.start('From my phone')
    const laptop = await verifiedBrowser(world, await signer.sign())
    assert.equal(laptop.json.visitor_id, phone.json.visitor_id)
    assert.notEqual(laptop.json.visitor_token, phone.json.visitor_token)
    const seen = await laptop.browser.post('/session')
    assert.equal(seen.json.conversation.id, started.json.conversation.id)

    await laptop.browser.with({ token: null }).post(`/forget/${laptop.json.end_key}`)
    assert.equal((await laptop.browser.post('/session')).status, 401)
    assert.equal((await phone.browser.post('/session')).status, 200)
  })

  test('no unverified visitor reads their history, whatever they claim', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const own = await verifiedBrowser(world, await signer.sign({ email: 'vera@example.com' }))
    const { json } = await own.browser.start('My order number is 1234')
    const stranger = await world.guest({ email: 'vera@example.com' })
    await stranger.browser.post('/identify', { name: '42', email: 'vera@example.com' })
    const session = await stranger.browser.post('/session')
    assert.isNull(session.json.conversation)
    const path = `/conversations/${json.conversation.id}/messages`
    assert.equal((await stranger.browser.get(path)).status, 404)
  })

  test('another identity in the same browser is another visitor, and ends the first', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const first = await verifiedBrowser(world, await signer.sign({ sub: 'a' }))
    await first.browser.start('Of a')
    const second = await verifiedBrowser(
      world,
      await signer.sign({ sub: 'b' }),
      first.json.visitor_token
    )
    assert.notEqual(second.json.visitor_id, first.json.visitor_id)
    assert.isNull((await second.browser.post('/session')).json.conversation)
    assert.equal((await first.browser.post('/session')).status, 401)
  })

  test('each message says whether it was verified, to agents and not to visitors', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const { token, visitor } = await world.guest()
    await new WidgetClient(world.widget.publicKey, token).start('Before')
    const { browser, json } = await verifiedBrowser(world, await signer.sign(), token)
    const { json: started } = await browser.start('First verified')
    const path = `/conversations/${started.conversation.id}/messages`
    const draft = (content: string) => ({ content, client_message_id: randomUUID() })
    const usual = await browser.post(path, draft('Usual verified'))
    assert.equal(usual.status, 201)
    assert.notProperty(usual.json, 'is_verified')

    await VisitorSession.query()
      .where('visitor_id', visitor.id)
      .update({
        verified_until: DateTime.utc().minus({ seconds: 1 }).toSQL({ includeOffset: false }),
      })
    await browser.post(path, draft('After the token has expired'))
    const flags = await Promise.all(
      ['Before', 'First verified', 'Usual verified', 'After the token has expired'].map(
        async (content) => (await storedMessage(content)).isVerified
      )
    )
    assert.deepEqual(flags, [false, true, true, false])

    // A new token for the same browser: no other token, verified again
    const again = await verifiedBrowser(world, await signer.sign(), json.visitor_token)
    assert.notProperty(again.json, 'visitor_token')
    await browser.post(path, draft('Verified again'))
    assert.isTrue((await storedMessage('Verified again')).isVerified)
  })

  test('claims do not change what is verified, and a new token does', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const { browser, json } = await verifiedBrowser(
      world,
      await signer.sign({ name: 'Vera', email: 'vera@example.com' })
    )
    await browser.post('/identify', { email: 'else@example.com', phone: '12345' })
    const { json: claimed } = await browser.post('/session')
    assert.deepInclude(claimed.visitor, { email: 'vera@example.com', phone: '12345' })
    await browser.post('/identity', {
      jwt: await signer.sign({ name: 'Vera', email: 'new@example.com' }),
    })
    const stored = await Visitor.findByOrFail('external_id', json.visitor_id)
    assert.equal(stored.email, 'new@example.com')
  })

  test('twenty browsers that come at the same time are one visitor', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const jwt = await signer.sign({ sub: 'crowd' })
    const browsers = await Promise.all(
      Array.from({ length: 20 }, () => verifiedBrowser(world, jwt))
    )
    const ids = new Set(browsers.map(({ json }) => json.visitor_id))
    assert.equal(ids.size, 1)
  })

  test('an erased visitor is unknown on every device', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const { browser, json } = await verifiedBrowser(world, await signer.sign({ name: 'Vera' }))
    const visitor = await Visitor.findByOrFail('external_id', json.visitor_id)
    await world.chat.erasure.begin(visitor, await world.agent())
    assert.equal((await browser.post('/session')).status, 401)
    const again = await verifiedBrowser(world, await signer.sign({ name: 'Vera' }))
    assert.notEqual(again.json.visitor_id, json.visitor_id)
  })
})
