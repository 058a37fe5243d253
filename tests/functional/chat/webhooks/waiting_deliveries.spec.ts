import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { DueWorker } from '#chat/workers/due_worker'
import { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { configure, deliveriesOf, hooked, isDone } from './hooked.js'
import { soon } from '../routing/team.js'

test.group('What waits', () => {
  test('with the webhook paused, and goes on with it', async ({ assert, cleanup }) => {
    configure({ retryAfterSeconds: [0.01, 0.01, 0.01] }, cleanup)
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    receiver.says(500)
    const { browser, conversation } = await world.chatting()
    await soon(() => receiver.received.length > 0)
    await world.chat.webhooks.update(webhook, { isActive: false }, null)
    await soon(async () => (await deliveriesOf(webhook))[0].status === 'pending')
    await browser.say(conversation.externalId, 'No webhook gets this')
    const before = receiver.received.length
    receiver.says(200)
    await wait(1200)
    assert.lengthOf(receiver.received, before)
    await world.chat.webhooks.update(webhook, { isActive: true }, null)
    await soon(() => isDone(webhook))
    assert.notInclude(receiver.received.map(({ body }) => body).join(), 'No webhook gets this')
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
