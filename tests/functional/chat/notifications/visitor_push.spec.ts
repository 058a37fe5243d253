import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import DueAction from '#chat/models/due_action'
import VisitorBrowser from '#chat/models/visitor_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import type { VisitorPushJson } from '#chat/transformers/json/notification_json'
import { PushedBrowser, PushService, vapidOf, type Pushed } from '#tests/helpers/push_service'
import { hook } from '../webhooks/hooked.js'
import { allow } from './notified.js'

type VisitorPushed = Omit<Pushed, 'message'> & { message: VisitorPushJson }

/** A visitor who has written, got a reply, and wants pushes; the agent who has replied. */
async function pushedVisitor(cleanup: TestContext['cleanup'], name = 'Vera Visitor') {
  const world = await ChatWorld.create({ pushReplies: true })
  const service = await PushService.start(cleanup)
  allow(world, { services: [service.host], allowPrivateAddresses: true }, cleanup)
  const guest = await world.chatting({ name })
  const agent = await world.agent('Anna Agent')
  await world.reply(guest.conversation, agent, 'Hi, I am looking into it')
  const phone = service.browser()
  const subscribe = (subscription = phone.subscription) => guest.browser.post('/push', subscription)
  const answer = await subscribe()
  if (answer.status !== 204) throw new Error(`${answer.status} ${answer.text}`)
  const reply = (content: string) => world.reply(guest.conversation, agent, content)
  const read = (seq: number) =>
    guest.browser.post(`/conversations/${guest.conversation.externalId}/read`, { seq })
  const pushes = () => service.received as unknown as VisitorPushed[]
  return { ...guest, world, agent, service, phone, subscribe, reply, read, pushes }
}

const SOON = { seconds: 11 }

test.group('Pushes to visitors', (group) => {
  group.setup(withoutDueWorker)

  test('a visitor who has left gets the replies as one push, encrypted for their browser', async ({
    assert,
    cleanup,
  }) => {
    const { world, visitor, conversation, service, reply, pushes } = await pushedVisitor(cleanup)
    await world.chat.visitors.recordPageView(visitor, { url: 'https://shop.example/bikes' })
    await reply('It is in stock')
    await after(world, { seconds: 1 })
    assert.isEmpty(pushes())
    await reply('Shall we keep one?')
    await after(world, SOON)
    assert.lengthOf(pushes(), 1)
    const [push] = pushes()
    assert.deepEqual(Object.keys(push.message).sort(), [
      ...['body', 'conversation', 'title', 'topic', 'url', 'version'],
    ])
    assert.containsSubset(push.message, {
      title: 'Anna Agent (3)',
      body: 'Shall we keep one?',
      conversation: conversation.externalId,
      url: 'https://shop.example/bikes',
    })
    const { key, isSigned, claims } = vapidOf(push as unknown as Pushed)
    assert.isTrue(isSigned)
    assert.equal(key, (await world.chat.notifications.pushKeys.of(world.tenantId)).publicKey)
    assert.equal(claims.aud, `https://${service.host}`)
  })

  test('what they read in time is not pushed, nor notes', async ({ assert, cleanup }) => {
    const { world, agent, conversation, reply, read, pushes } = await pushedVisitor(cleanup)
    await reply('Still there?')
    await read((await world.stored(conversation)).lastSeq)
    await after(world, SOON)
    await world.reply(conversation, agent, 'Knows the price', true)
    await after(world, SOON)
    assert.isEmpty(pushes())
    const { pushDueAt } = await world.stored(conversation)
    assert.isNull(pushDueAt)
  })

  test('a hundred replies are one push, and those of the next minutes one more with the same topic', async ({
    assert,
    cleanup,
  }) => {
    const { world, conversation, reply, read, pushes } = await pushedVisitor(cleanup)
    for (let n = 0; n < 100; n += 1) {
      await reply(`Reply ${n}`)
      if (n % 25 === 24) await after(world, SOON)
    }
    await after(world, { minutes: 4 })
    assert.lengthOf(pushes(), 1)
    await after(world, { minutes: 6 })
    assert.lengthOf(pushes(), 2)
    const [first, second] = pushes()
    assert.equal(second.headers.topic, first.headers.topic)
    assert.equal(second.message.body, 'Reply 99')
    await after(world, { minutes: 20 })
    assert.lengthOf(pushes(), 2)

    await read((await world.stored(conversation)).lastSeq)
    await reply('One more thing')
    await after(world, SOON)
    assert.lengthOf(pushes(), 3)
  })

  test('goes out where a webhook hears of replies as well, and after a follow-up', async ({
    assert,
    cleanup,
  }) => {
    const { world, reply, pushes } = await pushedVisitor(cleanup)
    await hook(world, 'https://hooks.example/in', cleanup, {})
    await reply('By the long way')
    await after(world, SOON)
    assert.deepEqual(
      pushes().map(({ message }) => message.body),
      ['By the long way']
    )
  })

  test('a new conversation of the same visitor is pushed as well', async ({ assert, cleanup }) => {
    const { world, agent, browser, conversation, pushes } = await pushedVisitor(cleanup)
    await world.chat.conversations.close(await world.stored(conversation), agent)
    await world.chat.conversations.removal.remove(await world.stored(conversation), agent)
    await browser.start('Hello again')
    await world.reply(await world.onlyConversation(), agent, 'Welcome back')
    await after(world, SOON)
    assert.equal(pushes().at(-1)?.message.body, 'Welcome back')
  })

  test('nothing goes to who is blocked, was forgotten or wants no more, nor where pushes are off', async ({
    assert,
    cleanup,
  }) => {
    const given = await pushedVisitor(cleanup)
    const { world, agent, visitor, phone, browser, reply, pushes, subscribe } = given
    await browser.post('/push/remove', { endpoint: phone.endpoint })
    await reply('One')
    await after(world, SOON)

    await subscribe()
    await world.chat.widgets.update(world.widget, { pushReplies: false }, null)
    await reply('Two')
    await after(world, SOON)
    await world.chat.widgets.update(world.widget, { pushReplies: true }, null)

    await reply('Three')
    await world.chat.visitors.blocks.block(visitor, agent)
    await after(world, SOON)
    await world.chat.visitors.blocks.unblock(visitor, agent)
    assert.isEmpty(pushes())

    const { end_key: endKey } = (await browser.post('/session')).json
    await browser.post(`/forget/${endKey}`)
    assert.isEmpty(await world.chat.notifications.visitorBrowsers.list(visitor))
  })

  test('404 and 410 forget the browser; a failure is tried again', async ({ assert, cleanup }) => {
    const { world, visitor, conversation, service, subscribe, reply, read, pushes } =
      await pushedVisitor(cleanup)
    const browsers = () => world.chat.notifications.visitorBrowsers.list(visitor)
    service.says(503)
    await reply('One')
    await after(world, SOON)
    service.says(201)
    await after(world, { seconds: 30 })
    assert.lengthOf(pushes(), 2)
    assert.equal(pushes()[0].message.version, pushes()[1].message.version)
    for (const status of [410, 404]) {
      await subscribe()
      service.says(status)
      await read((await world.stored(conversation)).lastSeq)
      await reply('Gone')
      await after(world, SOON)
      assert.isEmpty(await browsers())
    }
    // A conversation without browsers costs its next replies nothing
    await reply('No more')
    await after(world, SOON)
    assert.isFalse((await world.stored(conversation)).getsPushes)
    const due = DueAction.query().where({ tenant_id: world.tenantId, kind: 'visitor-push' })
    assert.isEmpty(await due)
  })

  test('only known push services, valid keys and widgets that offer it are taken', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ pushReplies: true })
    const { visitor, browser } = await world.chatting()
    const known = 'https://fcm.googleapis.com/fcm/send/x'
    const { keys } = new PushedBrowser(known).subscription
    for (const endpoint of [
      'https://127.0.0.1/push',
      'https://169.254.169.254/latest/meta-data',
      'https://fcm.googleapis.com.evil.example/x',
      'http://fcm.googleapis.com/fcm/send/x',
    ]) {
      assert.equal((await browser.post('/push', { endpoint, keys })).status, 422)
    }
    const wrong = { ...keys, p256dh: 'AAAA' }
    assert.equal((await browser.post('/push', { endpoint: known, keys: wrong })).status, 422)
    const offer = (await browser.get('/push')).json
    assert.equal(offer.key, (await world.chat.notifications.pushKeys.of(world.tenantId)).publicKey)
    assert.equal(offer.accept, 'Notify me')

    await world.chat.widgets.update(world.widget, { pushReplies: false }, null)
    assert.equal((await browser.post('/push', { endpoint: known, keys })).status, 422)
    assert.equal((await browser.get('/push')).status, 422)
    assert.isEmpty(await world.chat.notifications.visitorBrowsers.list(visitor))
  })

  test('a browser belongs to its last visitor, who keeps five, and its secret is encrypted', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ pushReplies: true })
    const [one, other] = [await world.chatting(), await world.chatting()]
    const at = (n: number) => new PushedBrowser(`https://fcm.googleapis.com/${world.tenantId}/${n}`)
    for (let n = 0; n < 7; n += 1) await one.browser.post('/push', at(n).subscription)
    const { visitorBrowsers } = world.chat.notifications
    assert.lengthOf(await visitorBrowsers.list(one.visitor), 5)
    const last = at(6)
    await other.browser.post('/push', last.subscription)
    assert.lengthOf(await visitorBrowsers.list(one.visitor), 4)
    const [stored] = await VisitorBrowser.query().where('visitor_id', other.visitor.id)
    assert.notInclude(JSON.stringify(stored.$attributes), last.subscription.keys.auth)
    // A browser of another visitor stays
    await one.browser.post('/push/remove', { endpoint: last.endpoint })
    assert.lengthOf(await visitorBrowsers.list(other.visitor), 1)
  })
})
