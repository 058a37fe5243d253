import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import VisitorSession from '#chat/models/visitor_session'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream } from '#tests/helpers/visitor_stream'
import { WidgetClient } from '#tests/helpers/widget_client'
import { Signer } from '../identity/signing.js'
import { SupportUser } from './support_user.js'

test.group('The session of a page’s user', () => {
  test('becomes a visitor with the name and email that the host has, without a form', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world)
    const { status, json } = await user.browser.ask('/chat/support/session')
    assert.equal(status, 200)
    assert.match(json.visitor_token, /^[0-9a-f]{64}$/)
    assert.isAtMost(json.expires_in, 300)
    const { json: state } = await user.widget(json).post('/session')
    assert.deepInclude(state.visitor, { name: user.row.fullName, email: user.row.email })
    const { json: started } = await user.widget(json).start('Where is my invoice?')
    const conversation = await world.onlyConversation()
    assert.equal(started.conversation.id, conversation.externalId)
    assert.equal(conversation.channel, 'app')
    const visitor = await Visitor.findOrFail(conversation.visitorId)
    assert.equal(visitor.verifiedId, String(user.row.id))
  })

  test('is extended by its key, of this user alone', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [user, other] = [await SupportUser.of(world), await SupportUser.of(world)]
    const { json } = await user.browser.ask('/chat/support/session')
    const path = `/chat/support/session?end_key=${json.end_key}`
    const extended = await user.browser.ask(path)
    assert.notProperty(extended.json, 'visitor_token')
    assert.equal(extended.json.end_key, json.end_key)
    const theirs = await other.browser.ask(path)
    assert.notEqual(theirs.json.end_key, json.end_key)
    assert.notEqual(theirs.json.visitor_id, json.visitor_id)
  })

  test('ends by itself, whatever the browser does with its token', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world)
    const { json } = await user.browser.ask('/chat/support/session')
    const visitor = await Visitor.findByOrFail('external_id', json.visitor_id)
    const session = await VisitorSession.findByOrFail('visitor_id', visitor.id)
    const before = session.expiresAt.toMillis()
    visitor.session = session
    visitor.lastSeenAt = visitor.lastSeenAt.minus({ hours: 1 })
    assert.isTrue(await world.chat.visitors.seen(visitor))
    await session.refresh()
    assert.equal(session.expiresAt.toMillis(), before)
    await session.merge({ expiresAt: session.expiresAt.minus({ hours: 1 }) }).save()
    visitor.lastSeenAt = visitor.lastSeenAt.minus({ hours: 1 })
    assert.isFalse(await world.chat.visitors.seen(visitor))
    assert.equal((await user.widget(json).post('/session')).status, 401)
  })

  test('ends with the log-out, in all browsers of the user and of no one else', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [user, other] = [await SupportUser.of(world), await SupportUser.of(world)]
    const tablet = await AgentBrowser.logIn(user.row)
    const [phone, laptop] = [
      await user.browser.ask('/chat/support/session'),
      await tablet.ask('/chat/support/session'),
    ]
    const { json: theirs } = await other.browser.ask('/chat/support/session')
    const stream = await openStream(user.widget(phone.json))
    await stream.frame('chat.ready')
    await user.browser.get('/portal')
    const { status } = await user.browser.post('/logout')
    assert.equal(status, 302)
    await stream.ended()
    for (const { json } of [phone, laptop]) {
      assert.equal((await user.widget(json).post('/session')).status, 401)
    }
    assert.equal((await other.widget(theirs).post('/session')).status, 200)
    assert.equal((await user.browser.ask('/chat/support/session')).status, 401)
  })

  test('is the only way in: neither an anonymous visitor nor a website’s token is taken', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const widget = await world.chat.supportChat.widget(world.tenantId)
    const anyone = new WidgetClient(widget.publicKey)
    assert.equal((await anyone.post('/session')).status, 401)
    const signer = await Signer.of(world, widget)
    const jwt = await signer.sign({ sub: '1' })
    const refused = await anyone.post('/identity', { jwt })
    assert.equal(refused.status, 401)
    assert.equal(refused.json.errors[0].code, 'E_CHAT_IDENTITY_REFUSED')
  })

  test('is for users who are logged in, while module and widget are on', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world)
    const path = '/chat/support/session'
    assert.equal((await new AgentBrowser().ask(path)).status, 401)
    const widget = await world.chat.supportChat.widget(world.tenantId)
    await world.chat.widgets.setActive(widget, false, null)
    assert.equal((await user.browser.ask(path)).status, 404)
    await world.chat.widgets.setActive(widget, true, null)
    assert.equal((await user.browser.ask(path)).status, 200)
    await world.setModule(false)
    assert.equal((await user.browser.ask(path)).status, 404)
  })
})
