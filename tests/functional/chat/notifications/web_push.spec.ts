import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import DueAction from '#chat/models/due_action'
import PushKey from '#chat/models/push_key'
import PushSubscription from '#chat/models/push_subscription'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import { PushedBrowser, vapidOf } from '#tests/helpers/push_service'
import { allow, annaAtWork, pushedTo, subscribe } from './notified.js'

const SOON = { seconds: 1 }

test.group('Web push', (group) => {
  group.setup(withoutDueWorker)

  test('brings a message to the agent’s browser, encrypted for it and signed by the application', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const { service } = await pushedTo(world, anna, cleanup)
    await browser.say(conversation.externalId, 'Are you there?')
    await after(world, SOON)
    assert.lengthOf(service.received, 1)
    const [push] = service.received
    assert.containsSubset(push.message, {
      kind: 'message',
      title: 'Vera Visitor',
      body: 'Are you there?',
      conversation: conversation.externalId,
      url: `${world.chat.config.publicUrl}/chat/${conversation.externalId}`,
      urgent: false,
    })
    assert.containsSubset(push.headers, {
      'content-encoding': 'aes128gcm',
      'urgency': 'normal',
    })
    assert.match(String(push.headers.topic), /^[\w-]{1,32}$/)
    assert.isAbove(Number(push.headers.ttl), 0)

    const { key, isSigned, claims } = vapidOf(push)
    assert.isTrue(isSigned)
    assert.equal(key, (await world.chat.notifications.pushKeys.of(world.tenantId)).publicKey)
    assert.equal(claims.aud, `https://${service.host}`)
    assert.isBelow(claims.exp, Date.now() / 1000 + 24 * 3600)
    assert.match(claims.sub, /^(mailto:|https:)/)
  })

  test('a hundred messages in a minute are one push, and the next one has the same topic', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, browser, conversation, visitor, token } = await annaAtWork()
    const { service } = await pushedTo(world, anna, cleanup)
    for (let n = 0; n < 100; n += 1) {
      await world.start({ visitor, token, browser }, `Message ${n}`)
      if (n % 20 === 0) await after(world, SOON)
    }
    await after(world, SOON)
    assert.lengthOf(service.received, 1)

    await browser.say(conversation.externalId, 'Still waiting')
    await after(world, { seconds: 75 })
    assert.lengthOf(service.received, 2)
    const [first, second] = service.received
    assert.equal(second.headers.topic, first.headers.topic)
    assert.equal(second.message.title, 'Vera Visitor: 101 new messages')
    assert.equal(second.message.body, 'Still waiting')
  })

  test('an assignment is urgent', async ({ assert, cleanup }) => {
    const { world, anna, bob } = await annaAtWork()
    const { service } = await pushedTo(world, bob, cleanup)
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await world.chat.conversations.assign(conversation, anna, anna)
    await world.chat.routing.transfers.toAgent(conversation, bob, anna, 'Knows the price')
    await after(world, SOON)
    const [{ headers, message }] = service.received
    assert.equal(headers.urgency, 'high')
    assert.containsSubset(message, {
      urgent: true,
      title: 'Anna Agent transferred Jane Doe to you',
      body: 'Knows the price',
    })
  })

  test('nothing goes to an agent who has opened the conversation by then, or may not reply any more', async ({
    assert,
    cleanup,
  }) => {
    const { world, user, anna, browser, conversation } = await annaAtWork()
    const { service } = await pushedTo(world, anna, cleanup)
    service.says(503)
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    service.received.length = 0
    service.says(201)
    await world.chat.notifications.read(anna)
    await after(world, { minutes: 5 })
    assert.isEmpty(service.received)

    await browser.say(conversation.externalId, 'Two')
    await user.merge({ isActive: false }).save()
    await after(world, SOON)
    assert.isEmpty(service.received)
  })

  test('404 and 410 remove the browser; a failure is tried again, a redirect not followed', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const { service, browser: phone } = await pushedTo(world, anna, cleanup)
    const target = createServer((_, response) => {
      assert.fail('The redirect was followed')
      response.end()
    })
    target.listen(0, '127.0.0.1')
    await once(target, 'listening')
    cleanup(() => void target.close())
    const { port } = target.address() as AddressInfo
    service.says(307, { location: `http://127.0.0.1:${port}/` })
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    assert.lengthOf(service.received, 1)

    service.says(201)
    await after(world, { seconds: 20 })
    assert.lengthOf(service.received, 2)
    assert.equal(service.received[1].message.version, service.received[0].message.version)

    for (const status of [410, 404]) {
      await subscribe(world, anna, phone.subscription)
      service.says(status)
      await world.chat.notifications.read(anna)
      await browser.say(conversation.externalId, 'Gone')
      await after(world, SOON)
      assert.isEmpty(await world.chat.notifications.browsers.list(anna))
    }
    assert.isEmpty(await DueAction.query().where('tenant_id', world.tenantId))
  })

  test('an endpoint is of a known push service, by https, and in no internal network', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna } = await annaAtWork()
    const refused = [
      'https://127.0.0.1/push',
      'https://[::1]/push',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost/push',
      'https://push.example.com/x',
      'http://fcm.googleapis.com/fcm/send/x',
      'https://fcm.googleapis.com:8443/fcm/send/x',
      'https://user:secret@fcm.googleapis.com/x',
      'https://fcm.googleapis.com.evil.example/x',
      'https://evilpush.apple.com.example/x',
      'javascript:alert(1)',
      '',
    ]
    for (const endpoint of refused) {
      const adding = subscribe(world, anna, new PushedBrowser(endpoint).subscription)
      await assert.rejects(() => adding, /push service/)
    }
    allow(world, { services: ['127.0.0.1', '[::1]', '10.0.0.1'] }, cleanup)
    for (const host of ['127.0.0.1', '[::1]', '10.0.0.1']) {
      const adding = subscribe(world, anna, new PushedBrowser(`https://${host}/`).subscription)
      await assert.rejects(() => adding, /push service/)
    }
    assert.isEmpty(await world.chat.notifications.browsers.list(anna))
  })

  test('it is checked again when a push is sent: what was taken off the list, or leads inside, gets none', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const { service } = await pushedTo(world, anna, cleanup)
    // Its name still stands on the list, and leads into this machine
    allow(world, { services: [service.host], allowPrivateAddresses: false }, cleanup)
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    assert.isEmpty(service.received)
    const due = () => DueAction.query().where({ tenant_id: world.tenantId, kind: 'web-push' })
    const [failed] = await due()
    assert.include(failed.error, 'forbidden_address')

    allow(world, { services: ['fcm.googleapis.com'], allowPrivateAddresses: true }, cleanup)
    await after(world, { minutes: 1 })
    assert.isEmpty(service.received)
    assert.isEmpty(await due())
    assert.isEmpty(await world.chat.notifications.browsers.list(anna))
  })

  test('keys that are no browser’s are refused', async ({ assert }) => {
    const { world, anna } = await annaAtWork()
    const { endpoint, keys } = new PushedBrowser('https://fcm.googleapis.com/x').subscription
    const off = Buffer.alloc(65, 7)
    off[0] = 4
    for (const wrong of [
      { ...keys, p256dh: off.toString('base64url') },
      { ...keys, p256dh: 'AAAA' },
      { ...keys, auth: 'AAAA' },
    ]) {
      await assert.rejects(() => subscribe(world, anna, { endpoint, keys: wrong }), /push service/)
    }
  })

  test('a browser belongs to its last subscriber, and its secrets are stored encrypted', async ({
    assert,
  }) => {
    const { world, anna, bob } = await annaAtWork()
    const { subscription, secret } = new PushedBrowser('https://fcm.googleapis.com/x/1')
    const other = new PushedBrowser(`https://fcm.googleapis.com/x/${world.tenantId}`)
    await subscribe(world, anna, { ...subscription, endpoint: other.endpoint })
    await subscribe(world, bob, { ...subscription, endpoint: other.endpoint })
    assert.isEmpty(await world.chat.notifications.browsers.list(anna))
    const [stored] = await world.chat.notifications.browsers.list(bob)
    assert.notInclude(JSON.stringify(stored.$attributes), secret.toString('base64url'))
    await world.chat.notifications.pushKeys.of(world.tenantId)
    const { privateKey } = await PushKey.findOrFail(world.tenantId)
    assert.notInclude(privateKey, 'PRIVATE KEY')
  })

  test('keys are made once, however many ask first, and anew when they cannot be read', async ({
    assert,
  }) => {
    const { world } = await annaAtWork()
    const { pushKeys } = world.chat.notifications
    const all = await Promise.all([1, 2, 3, 4].map(() => pushKeys.of(world.tenantId)))
    assert.lengthOf([...new Set(all.map(({ publicKey }) => publicKey))], 1)
    await PushKey.query().where('tenant_id', world.tenantId).update({ private_key: 'lost' })
    const anew = await pushKeys.of(world.tenantId)
    assert.notEqual(anew.publicKey, all[0].publicKey)
    assert.equal((await pushKeys.of(world.tenantId)).publicKey, anew.publicKey)
  })

  test('an agent keeps the newest twenty browsers', async ({ assert }) => {
    const { world, anna } = await annaAtWork()
    for (let n = 0; n < 22; n += 1) {
      const endpoint = `https://fcm.googleapis.com/${world.tenantId}/${n}`
      await subscribe(world, anna, new PushedBrowser(endpoint).subscription)
    }
    const left = await PushSubscription.query().where('agent_id', anna.id).orderBy('id')
    assert.lengthOf(left, 20)
    assert.match(left[0].endpoint, /\/2$/)
  })
})
