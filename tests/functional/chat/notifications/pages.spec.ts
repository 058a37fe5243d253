import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import PushSubscription from '#chat/models/push_subscription'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import { InboxClient } from '#tests/helpers/inbox_client'
import { PushedBrowser } from '#tests/helpers/push_service'
import { withOnly } from '#tests/helpers/with_only'
import { soon } from '../routing/team.js'
import { annaAtWork, noticesOf } from './notified.js'

const SOON = { seconds: 1 }
const STATE = '/notifications'

test.group('The bell', (group) => {
  group.setup(withoutDueWorker)

  test('counts, lists what was escaped, and is in step over an agent’s devices', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, conversation, browser } = await annaAtWork()
    const inbox = new InboxClient(client, user)
    const devices = await Promise.all([1, 2].map(() => AgentBrowser.logIn(user)))
    const streams = await Promise.all(devices.map((device) => device.stream()))
    cleanup(() => streams.forEach((stream) => stream.close()))
    await Promise.all(streams.map((stream) => stream.frame('chat.ready')))
    await browser.say(conversation.externalId, '<b>bold</b>')
    await after(world, SOON)
    for (const stream of streams) await stream.frame('chat.notifications.changed')
    const state = await inbox.ask(STATE)
    assert.containsSubset(state.body(), {
      may_reply: true,
      unread: 1,
      conversations: [conversation.externalId],
    })
    const list = await inbox.ask(`${STATE}/newest`)
    assert.include(list.body().html, 'Vera Visitor')
    assert.include(list.body().html, '&lt;b&gt;bold&lt;/b&gt;')

    const before = streams.map(({ frames }) => frames.length)
    ;(await inbox.send(`${STATE}/read`)).assertStatus(204)
    for (const [index, stream] of streams.entries()) {
      await soon(() =>
        stream.frames
          .slice(before[index])
          .some(({ event }) => event === 'chat.notifications.changed')
      )
    }
    assert.equal((await inbox.ask(STATE)).body().unread, 0)
  })

  test('opening a conversation in a tab reads it; one notification can be read alone', async ({
    client,
    assert,
  }) => {
    const { world, user, anna, conversation, browser } = await annaAtWork()
    const inbox = new InboxClient(client, user)
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    const [notice] = await noticesOf(anna)
    await inbox.send(`${STATE}/read`, { notification: randomUUID() })
    assert.equal((await inbox.ask(STATE)).body().unread, 1)
    await inbox.send(`${STATE}/read`, { notification: notice.externalId })
    assert.equal((await inbox.ask(STATE)).body().unread, 0)

    await browser.say(conversation.externalId, 'Two')
    await after(world, SOON)
    const looking = { viewing: true, tab: randomUUID() }
    await inbox.send(`/${conversation.externalId}/viewing`, looking)
    assert.equal((await inbox.ask(STATE)).body().unread, 0)
    await browser.say(conversation.externalId, 'Three')
    await after(world, SOON)
    assert.equal((await inbox.ask(STATE)).body().unread, 0)
  })

  test('is for those who may reply', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const viewer = new InboxClient(client, user)
    await withOnly(world, user, ['view chat'], async () => {
      const state = await viewer.ask(STATE)
      state.assertStatus(200)
      assert.containsSubset(state.body(), { may_reply: false, unread: 0 })
      ;(await viewer.ask(`${STATE}/newest`)).assertStatus(403)
    })
  })

  test('one agent’s notifications are neither shown to another nor read by them', async ({
    client,
    assert,
  }) => {
    const { world, anna, conversation, browser } = await annaAtWork()
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    const [notice] = await noticesOf(anna)
    const stranger = new InboxClient(client, await (await ChatWorld.create()).user('admin'))
    const mate = new InboxClient(client, await world.user('admin', 'Bob'))
    for (const other of [stranger, mate]) {
      assert.equal((await other.ask(STATE)).body().unread, 0)
      assert.notInclude((await other.ask(`${STATE}/newest`)).body().html, 'Vera')
      await other.send(`${STATE}/read`, { notification: notice.externalId })
      await other.send(`${STATE}/read`)
    }
    await notice.refresh()
    assert.isNull(notice.readAt)
  })
})

test.group('How an agent wants to be notified', (group) => {
  group.setup(withoutDueWorker)

  test('is chosen on a page of their own, and read by their tabs', async ({ client, assert }) => {
    const { user, anna, world } = await annaAtWork()
    const inbox = new InboxClient(client, user)
    const page = await inbox.page(`${STATE}/settings`)
    page.assertStatus(200)
    page.assertTextIncludes('Messages in my chats')
    const form = {
      _method: 'PUT',
      message: ['crm'],
      assigned: ['crm', 'desktop', 'push'],
      is_quiet: '1',
      quiet_from: '21:30',
      quiet_until: '07:00',
    }
    ;(await inbox.submit(`${STATE}/settings?_method=PUT`, form)).assertStatus(302)
    const choices = await world.chat.notifications.preferences.of(anna)
    assert.containsSubset(choices, {
      isQuiet: true,
      quietFrom: '21:30',
      quietUntil: '07:00',
      locale: 'en',
    })
    assert.deepEqual(choices.channels.message, ['crm', 'host'], 'what the page does not show stays')
    assert.deepEqual(choices.channels.woken, ['host'])
    const state = (await inbox.ask(STATE)).body()
    assert.deepEqual(state.desktop, ['assigned'])
    assert.isString(state.quiet.until)
    const again = await inbox.page(`${STATE}/settings`)
    again.assertTextIncludes('value="21:30"')
  })

  test('hostile values are refused', async ({ client }) => {
    const { user } = await annaAtWork()
    const inbox = new InboxClient(client, user)
    for (const wrong of [
      { message: ['sms'] },
      { quiet_from: '25:00' },
      { quiet_until: 'noon' },
      { message: { a: 1 } },
    ]) {
      const form = { quiet_from: '20:00', quiet_until: '08:00', ...wrong }
      const answer = await client
        .put('/chat/notifications/settings')
        .loginAs(user)
        .withCsrfToken()
        .redirects(0)
        .header('Accept', 'application/json')
        .json(form)
      answer.assertStatus(422)
    }
    for (const body of [
      {},
      { endpoint: 1, keys: [] },
      { endpoint: 'https://x', keys: { p256dh: '!' } },
    ])
      (await inbox.send(`${STATE}/browsers`, body)).assertStatus(422)
    const { subscription } = new PushedBrowser('https://10.0.0.1/x')
    ;(await inbox.send(`${STATE}/browsers`, subscription)).assertStatus(422)
  })

  test('a browser is added, listed and removed, and gets nothing after a log-out', async ({
    client,
    assert,
  }) => {
    const { world, user, anna } = await annaAtWork()
    const inbox = new InboxClient(client, user)
    const key = (await inbox.ask(`${STATE}/push-key`)).body().key
    assert.lengthOf(Buffer.from(key, 'base64url'), 65)
    const list = () => world.chat.notifications.browsers.list(anna)
    const phone = new PushedBrowser(`https://fcm.googleapis.com/${world.tenantId}/phone`)
    const laptop = new PushedBrowser(`https://fcm.googleapis.com/${world.tenantId}/laptop`)
    for (const each of [phone, laptop])
      (await inbox.send(`${STATE}/browsers`, each.subscription)).assertStatus(204)
    assert.lengthOf(await list(), 2)
    const page = await inbox.page(`${STATE}/settings`)
    page.assertTextIncludes('Browsers that get push')
    assert.notInclude(page.text(), phone.endpoint)

    await inbox.send(`${STATE}/browsers/remove`, { endpoint: laptop.endpoint })
    const [left, ...more] = await list()
    assert.isEmpty(more)
    const other = new InboxClient(client, await world.user())
    await other.submit(`${STATE}/browsers/${left.externalId}/remove`)
    await other.send(`${STATE}/browsers/remove`, { endpoint: phone.endpoint })
    assert.lengthOf(await list(), 1)
    await inbox.submit(`${STATE}/browsers/${left.externalId}/remove`)
    assert.isEmpty(await list())

    await inbox.send(`${STATE}/browsers`, phone.subscription)
    const browser = await AgentBrowser.logIn(user)
    await browser.get('/people')
    await browser.post('/logout')
    await soon(async () => (await PushSubscription.query().where('agent_id', anna.id)).length === 0)
  })

  test('a conversation is muted in its menu, and unmuted on the page', async ({
    client,
    assert,
  }) => {
    const { world, user, anna, conversation } = await annaAtWork()
    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}`
    const pane = await inbox.ask(`${path}/pane`)
    assert.include(pane.body().html, 'Mute notifications')
    ;(await inbox.send(`${path}/mute`, { muted: true })).assertStatus(200)
    assert.isTrue(await world.chat.notifications.mutes.has(anna, conversation))
    assert.include((await inbox.ask(`${path}/pane`)).body().html, 'Unmute notifications')
    assert.deepEqual((await inbox.ask(STATE)).body().muted, [conversation.externalId])
    const page = await inbox.page(`${STATE}/settings`)
    page.assertTextIncludes('Vera Visitor')
    await inbox.submit(`${STATE}/mutes/${conversation.externalId}/remove`)
    assert.isFalse(await world.chat.notifications.mutes.has(anna, conversation))
    const stranger = new InboxClient(client, await (await ChatWorld.create()).user('admin'))
    ;(await stranger.send(`${path}/mute`, { muted: true })).assertStatus(404)
  })

  test('the worker of pushes is a script of its own folder', async ({ client, assert }) => {
    const { user } = await annaAtWork()
    const answer = await new InboxClient(client, user).page(`${STATE}/worker.js`)
    answer.assertStatus(200)
    assert.match(answer.header('content-type') as string, /javascript/)
    assert.include(answer.text(), 'showNotification')
  })
})
