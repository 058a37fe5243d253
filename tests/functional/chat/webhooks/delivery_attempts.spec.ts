import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import type { ChatConfig } from '#chat/config/chat_config'
import Webhook from '#chat/models/webhook'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { toSqlUtc } from '#chat/models/columns'
import { DueWorker } from '#chat/workers/due_worker'
import { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { deliveriesOf, hook, hooked } from './hooked.js'
import { soon } from '../routing/team.js'
import { Receiver, verifies } from '#tests/helpers/webhook_receiver'

type Settings = ChatConfig['webhooks']

/** Changes the configuration for one test. */
function configure(changes: Partial<Settings>, cleanup: (end: () => void) => void) {
  const settings = app.config.get<ChatConfig>('chat').webhooks
  const before = { ...settings }
  cleanup(() => void Object.assign(settings, before))
  Object.assign(settings, changes)
}

const isDone = async (webhook: Webhook) =>
  (await deliveriesOf(webhook)).every(({ dueAt }) => dueAt === null)

/** The wait before the next attempt is over. */
const makeDue = ({ id }: Webhook) =>
  WebhookDelivery.query()
    .where('webhook_id', id)
    .update({ due_at: toSqlUtc(DateTime.utc()) })

test.group('A delivery that fails', () => {
  test('is tried again with a fresh signature until it arrives, under one id', async ({
    assert,
    cleanup,
  }) => {
    configure({ retryAfterSeconds: [60] }, cleanup)
    const { world, receiver, webhook, secret } = await hooked(cleanup, {
      events: ['chat.message.sent'],
    })
    receiver.says(500, { 'content-type': 'text/plain' }, 'Out of order')
    await world.chatting()
    await soon(() => receiver.received.length === 1)
    await soon(async () => (await webhook.refresh()).failingSince !== null)
    receiver.says(200)
    await makeDue(webhook)
    await soon(() => isDone(webhook))

    assert.lengthOf(receiver.received, 2)
    const [first, second] = receiver.received
    assert.equal(first.body, second.body)
    assert.isTrue(verifies(second, secret))
    const [delivery] = await deliveriesOf(webhook)
    assert.equal(delivery.status, 'delivered')
    assert.equal(delivery.attempts, 2)
    await soon(async () => (await webhook.refresh()).failingSince === null)
  })

  test('waits longer each time, and is given up in the end', async ({ assert, cleanup }) => {
    configure({ retryAfterSeconds: [60, 600] }, cleanup)
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    receiver.says(503, { 'retry-after': '90' })
    await world.chatting()
    const seconds = []
    for (const attempt of [1, 2]) {
      await soon(async () => {
        const [delivery] = await deliveriesOf(webhook)
        return delivery.attempts === attempt && delivery.status === 'pending'
      })
      const [{ dueAt, error }] = await deliveriesOf(webhook)
      assert.equal(error, 'status')
      seconds.push(dueAt!.diffNow('seconds').seconds)
      await makeDue(webhook)
    }
    await soon(() => isDone(webhook))
    assert.isAtLeast(seconds[0], 85)
    assert.isAtLeast(seconds[1], 590)
    const [delivery] = await deliveriesOf(webhook)
    assert.equal(delivery.status, 'failed')
    assert.lengthOf(receiver.received, 3)
  }).timeout(10_000)

  test('says what was answered: status, beginning, and why that will not do', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    receiver.says(
      302,
      { 'location': 'http://169.254.169.254/', 'content-type': 'text/html' },
      '<p>'
    )
    await world.chatting()
    await soon(async () => (await deliveriesOf(webhook))[0].attemptedAt)
    const [delivery] = await deliveriesOf(webhook)
    assert.equal(delivery.error, 'redirect')
    assert.equal(delivery.responseStatus, 302)
    /** It came from a private network. */
    assert.isNull(delivery.responseText)
    assert.isNumber(delivery.durationMs)
  })

  test('with 410 ends the webhook', async ({ assert, cleanup }) => {
    const { world, receiver, webhook } = await hooked(cleanup)
    receiver.says(410)
    const { conversation, browser } = await world.chatting()
    await soon(async () => !(await webhook.refresh()).isActive)
    assert.equal(webhook.stoppedBecause, 'gone')
    await world.chat.webhooks.subscriptions.refresh()
    const before = (await deliveriesOf(webhook)).length
    await browser.say(conversation.externalId)
    assert.lengthOf(await deliveriesOf(webhook), before)
    await world.chat.webhooks.update(webhook, { isActive: true }, null)
    assert.isNull(webhook.stoppedBecause)
  })

  test('for want of a secret that can be read says so', async ({ assert, cleanup }) => {
    const { world, receiver, webhook } = await hooked(cleanup)
    await webhook.merge({ secret: 'from another key' }).save()
    await world.chatting()
    await soon(async () => (await deliveriesOf(webhook))[0].error === 'secret')
    assert.lengthOf(receiver.received, 0)
  })
})

test.group('An endpoint that is slow or dead', () => {
  test('a slow receiver delays only its own webhook', async ({ assert, cleanup }) => {
    configure({ timeoutSeconds: 3 }, cleanup)
    const { world, receiver: dead } = await hooked(cleanup)
    dead.answer = () => {}
    const alive = await Receiver.start(cleanup)
    await hook(world, alive.url, cleanup)
    for (let n = 0; n < 8; n += 1) await world.chatting()
    await soon(() => alive.received.length === 16, 2000)
    assert.isAtMost(dead.received.length, 4)
  })

  test('is asked once at a time while it fails', async ({ assert, cleanup }) => {
    configure({ retryAfterSeconds: [3600] }, cleanup)
    const { world, receiver, webhook } = await hooked(cleanup)
    receiver.says(500)
    await world.chatting()
    await soon(async () => (await webhook.refresh()).failingSince !== null)
    let [now, most] = [0, 0]
    receiver.answer = (response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        response.writeHead(500).end()
      }, 10)
    }
    const before = receiver.received.length
    for (let n = 0; n < 5; n += 1) await world.chatting()
    await soon(() => receiver.received.length >= before + 10)
    assert.equal(most, 1)
  })

  test('gets the messages of a conversation one after the other', async ({ assert, cleanup }) => {
    const { world, receiver } = await hooked(cleanup, { events: ['chat.message.sent'] })
    receiver.answer = (response) =>
      setTimeout(() => response.writeHead(200).end(), 15 * Math.random())
    const { browser, conversation } = await world.chatting()
    const said = []
    for (let n = 0; n < 12; n += 1) {
      await browser.say(conversation.externalId, `Message ${n}`)
      said.push(`Message ${n}`)
    }
    await soon(() => receiver.received.length === 13)
    const told = receiver.received.map(({ json }) => json.data.message.content)
    assert.deepEqual(told, ['Hello', ...said])
  })
})

test.group('What waits', () => {
  test('with the webhook paused, and goes on with it', async ({ assert, cleanup }) => {
    configure({ retryAfterSeconds: [0.01, 0.01, 0.01] }, cleanup)
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    receiver.says(500)
    const { browser, conversation } = await world.chatting()
    await soon(() => receiver.received.length > 0)
    await world.chat.webhooks.update(webhook, { isActive: false }, null)
    await soon(async () => (await deliveriesOf(webhook))[0].status === 'pending')
    await browser.say(conversation.externalId, 'Nobody is told')
    const before = receiver.received.length
    receiver.says(200)
    await wait(1200)
    assert.lengthOf(receiver.received, before)
    await world.chat.webhooks.update(webhook, { isActive: true }, null)
    await soon(() => isDone(webhook))
    assert.notInclude(receiver.received.map(({ body }) => body).join(), 'Nobody is told')
  }).timeout(10_000)

  test('with the module switched off, and goes when it is on again', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup)
    await world.setModule(false)
    await world.chatting()
    await wait(1200)
    assert.lengthOf(receiver.received, 0)
    await world.setModule(true)
    await soon(() => isDone(webhook))
    assert.lengthOf(receiver.received, 2)
  }).timeout(10_000)

  test('until the server has closed is put back, and counts as not tried', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    receiver.answer = () => {}
    const worker = await app.container.make(DueWorker)
    cleanup(() => worker.start())
    await world.chatting()
    await soon(() => receiver.received.length === 1)
    const startedAt = performance.now()
    await worker.stop()
    assert.isBelow(performance.now() - startedAt, 3000)
    const [delivery] = await deliveriesOf(webhook)
    assert.equal(delivery.status, 'pending')
    assert.equal(delivery.attempts, 0)
    receiver.says(200)
    worker.start()
    await soon(() => isDone(webhook))
  }).timeout(10_000)

  test('for a month is forgotten', async ({ assert, cleanup }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    await world.chatting()
    await world.chatting()
    await soon(() => receiver.received.length === 2)
    const [first] = await deliveriesOf(webhook)
    /** What other tests have left would be looked at first. */
    await WebhookDelivery.query().where('id', '<', first.id).delete()
    await first.merge({ createdAt: DateTime.utc().minus({ days: 31 }) }).save()
    assert.isTrue(await new DeliveryQueue().prune(30))
    const left = await deliveriesOf(webhook)
    assert.lengthOf(left, 1)
    assert.notEqual(left[0].id, first.id)
  })
})

test.group('What people do with a webhook', () => {
  test('a new secret signs immediately; the old one stays valid for a day', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook, secret: old } = await hooked(cleanup)
    const { secret } = await world.chat.webhooks.rotateSecret(webhook, null)
    assert.notEqual(secret, old)
    await world.chat.webhooks.test(webhook)
    await soon(() => receiver.received.length === 1)
    assert.isTrue(verifies(receiver.received[0], secret))
    assert.isTrue(verifies(receiver.received[0], old))

    await webhook.merge({ previousSecretUntil: DateTime.utc() }).save()
    await world.chat.webhooks.test(webhook)
    await soon(() => receiver.received.length === 2)
    assert.isTrue(verifies(receiver.received[1], secret))
    assert.isFalse(verifies(receiver.received[1], old))
    assert.equal(receiver.received[1].json.event, 'ping')
  })

  test('a secret is encrypted in the database', async ({ assert, cleanup }) => {
    const { webhook, secret } = await hooked(cleanup)
    const stored = await Webhook.findOrFail(webhook.id)
    assert.match(secret, /^whsec_[\w-]{43}$/)
    assert.notInclude(JSON.stringify(stored.$attributes), secret.slice(6, -4))
    assert.notProperty(stored.serialize(), 'secret')
  })

  test('what was delivered is delivered again when asked, under its id', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    await world.chatting()
    await soon(() => isDone(webhook))
    const [delivery] = await deliveriesOf(webhook)
    await world.chat.webhooks.log.redeliver(webhook, delivery)
    await soon(() => receiver.received.length === 2)
    assert.equal(receiver.received[0].body, receiver.received[1].body)
    await soon(() => isDone(webhook))
    assert.equal((await delivery.refresh()).attempts, 2)
  })

  test('without the permission of the configuration none goes inside', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup)
    configure({ allowPrivateAddresses: false }, cleanup)
    await world.chatting()
    await soon(async () => (await deliveriesOf(webhook))[0].error === 'forbidden_address')
    assert.lengthOf(receiver.received, 0)
    await assert.rejects(() => hook(world, 'http://127.0.0.1/', cleanup))
  })

  test('one that goes takes along what it was told', async ({ assert, cleanup }) => {
    const { world, webhook } = await hooked(cleanup)
    await world.chatting()
    await soon(() => isDone(webhook))
    await world.chat.webhooks.remove(webhook)
    assert.lengthOf(await deliveriesOf(webhook), 0)
  })
})
