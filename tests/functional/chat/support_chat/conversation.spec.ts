import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { SupportUser } from './support_user.js'

/** All conversations of a tenant, however they ended. */
const conversations = (world: ChatWorld) =>
  Conversation.query().where('tenant_id', world.tenantId).orderBy('id')

test.group('The conversation of a signed-in user', () => {
  test('is one, created by the first request or message, however many at the same time', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world)
    const asked = await Promise.all(
      Array.from({ length: 12 }, () => user.browser.ask('/chat/support'))
    )
    const [{ json }] = asked
    assert.deepEqual(new Set(asked.map(({ json: { id } }) => id)).size, 1)
    assert.deepInclude(json, { conversation: null, messages: [], unread: 0, has_more: false })
    assert.lengthOf(await conversations(world), 0)

    const tabs = await Promise.all(Array.from({ length: 6 }, () => user.signedIn()))
    const started = await Promise.all(tabs.map((tab, index) => tab.start(`From tab ${index}`)))
    for (const { json: answer } of started) assert.equal(answer.conversation.id, json.id)
    const [only, ...others] = await conversations(world)
    assert.isEmpty(others)
    assert.equal(only.externalId, json.id)
    const { json: read } = await user.browser.ask('/chat/support')
    assert.lengthOf(read.messages, 6)
    assert.equal(read.conversation.id, json.id)
    const widget = await world.chat.supportChat.widget(world.tenantId)
    const visitors = await Visitor.query().where('widget_id', widget.id).whereNotNull('verified_id')
    assert.lengthOf(visitors, 1)
  })

  test('goes on after its end, long after the reopen window, and out of the archive', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world)
    const agent = await world.agent()
    const browser = await user.signedIn()
    await browser.start('First question')
    const first = await world.onlyConversation()
    await world.reply(first, agent, 'First answer')
    await world.chat.conversations.close(await world.stored(first), agent)
    await world.chat.conversations.archive(await world.stored(first), agent)
    const longAgo = DateTime.utc().minus({ years: 1 })
    await Conversation.query()
      .where('id', first.id)
      .update({ closed_at: longAgo.toSQL({ includeOffset: false }) })

    const again = await browser.start('A year later')
    assert.equal(again.json.conversation.id, first.externalId)
    assert.lengthOf(await conversations(world), 1)
    const now = await world.stored(first)
    assert.isNull(now.archivedAt)
    assert.equal(now.folder, 'open')

    await world.chat.conversations.close(now, agent)
    await Conversation.query()
      .where('id', first.id)
      .update({ closed_at: longAgo.toSQL({ includeOffset: false }) })
    assert.equal((await browser.say(first.externalId, 'And another year')).status, 201)
    assert.equal((await world.stored(first)).folder, 'open')
  })

  test('is marked as read, by a front end of the host’s own', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world)
    const browser = await user.signedIn()
    await browser.start()
    await world.reply(await world.onlyConversation(), await world.agent(), 'Here you are')
    const before = await user.browser.ask('/chat/support')
    assert.equal(before.json.unread, 1)
    await user.browser.get('/portal')
    const { status } = await user.browser.ask('/chat/support/mark-read?_method=PATCH', {})
    assert.equal(status, 204)
    const after = await user.browser.ask('/chat/support')
    assert.equal(after.json.unread, 0)
    assert.isNotNull(after.json.messages.at(-1).read_at)
  })

  test('carries nothing but what a visitor may see', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world)
    await (await user.signedIn()).start('Hello')
    const agent = await world.agent()
    await world.reply(await world.onlyConversation(), agent, 'Difficult customer', true)
    const { json, text } = await user.browser.ask('/chat/support')
    assert.notInclude(text, 'Difficult customer')
    assert.sameMembers(Object.keys(json), ['id', 'conversation', 'messages', 'has_more', 'unread'])
  })

  test('is of its user alone, in every tenant', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [user, other] = [await SupportUser.of(world), await SupportUser.of(world)]
    const { json } = await (await user.signedIn()).start('Only mine')
    const theirs = await other.signedIn()
    assert.equal((await theirs.thread(json.conversation.id)).status, 404)
    assert.equal((await theirs.say(json.conversation.id)).status, 404)
    const stranger = await SupportUser.of(await ChatWorld.create())
    assert.equal((await stranger.signedIn()).key === theirs.key, false)
    assert.notEqual((await stranger.browser.ask('/chat/support')).json.id, json.conversation.id)
  })

  test('is marked in the inbox, active and archived, and filtered by its widget', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await SupportUser.of(world, 'Carla Customer')
    await (await user.signedIn()).start('From the portal')
    await world.chatting({ name: 'Jane of the website' })
    const inbox = new InboxClient(client, await world.user())
    const widget = await world.chat.supportChat.widget(world.tenantId)
    const listed = async (filter: string) =>
      (await inbox.ask(`/list?filter=${filter}&widget=${widget.externalId}`)).body().html
    const open = await listed('open')
    assert.include(open, 'Carla Customer')
    assert.include(open, 'In the app')
    assert.notInclude(open, 'Jane of the website')
    const [conversation] = await conversations(world).where('channel', 'app')
    const page = await inbox.ask(`/${conversation.externalId}/pane`)
    assert.include(page.body().html, 'In the app')
    await world.chat.conversations.archive(conversation, await world.agent())
    assert.notInclude(await listed('open'), 'Carla Customer')
    assert.include(await listed('archived'), 'Carla Customer')
    assert.include(await listed('archived'), 'In the app')
  })
})

test.group('The support widget', () => {
  test('is one per tenant, made by the first use, and stays', async ({ assert }) => {
    const world = await ChatWorld.create()
    const widgets = await Promise.all(
      Array.from({ length: 6 }, () => world.chat.supportChat.widget(world.tenantId))
    )
    assert.lengthOf([...new Set(widgets.map(({ id }) => id))], 1)
    const widget = await world.chat.widgets.find(world.tenantId, widgets[0].externalId)
    await assert.rejects(
      () => world.chat.widgets.remove(widget, null),
      'This widget belongs to your own pages. You can deactivate it, but not delete it.'
    )
    assert.equal(world.chat.widgets.embedSnippet(widget), '@chatSupport()')
    assert.equal((await world.chat.widgets.setup.state(world.tenantId)).widget?.id, world.widget.id)
  })

  test('is edited like others, without what is about websites', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const { externalId } = await world.chat.supportChat.widget(world.tenantId)
    const form = await client.get(`/settings/chat-widgets/${externalId}/edit`).loginAs(owner)
    form.assertStatus(200)
    assert.include(form.text(), '@chatSupport()')
    assert.notInclude(form.text(), 'Delete widget')
    const list = await client.get('/settings/chat-widgets').loginAs(owner)
    assert.include(list.text(), 'Your own pages')
  })
})

test.group('The tag of the support chat', () => {
  test('puts one script into the page of a user, and no token', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('customer', 'Carla "O’Hara" <Customer>')
    const page = await client.get('/portal').loginAs(user)
    page.assertStatus(200)
    const [, written] = /data-chat-support="([^"]+)"/.exec(page.text())!
    const data = JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
    const { publicKey } = await world.chat.supportChat.widget(world.tenantId)
    assert.deepInclude(data, { key: publicKey, session: '/chat/support/session', known: false })
    assert.sameMembers(Object.keys(data), ['key', 'loader', 'session', 'user', 'known'])
    assert.match(page.text(), /<script type="module" src="\/chat-assets\/support-[\w-]+\.js"/)
  })

  test('renders nothing while the module or its widget is off', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('customer')
    const widget = await world.chat.supportChat.widget(world.tenantId)
    const isThere = async () =>
      (await client.get('/portal').loginAs(user)).text().includes('data-chat-support')
    assert.isTrue(await isThere())
    await world.chat.widgets.setActive(widget, false, randomUUID())
    assert.isFalse(await isThere())
    await world.chat.widgets.setActive(widget, true, null)
    await world.setModule(false)
    assert.isFalse(await isThere())
  })
})

test.group('A customer', () => {
  test('has the portal and none of the CRM', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const customer = await world.user('customer')
    for (const path of ['/', '/leads', '/people', '/settings/api-tokens']) {
      const answer = await client.get(path).loginAs(customer).redirects(0)
      answer.assertStatus(302)
      assert.equal(answer.header('location'), '/portal', path)
    }
    const inbox = await client.get('/chat').loginAs(customer)
    inbox.assertStatus(403)
    const program = await client.get('/leads').loginAs(customer).accept('json')
    program.assertStatus(403)
    const owners = await client
      .get('/people/create')
      .loginAs(await world.user('owner', 'Ann Owner'))
    assert.include(owners.text(), 'Ann Owner')
    assert.notInclude(owners.text(), customer.fullName + '</option>')
  })
})
