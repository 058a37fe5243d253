import { test } from '@japa/runner'
import { configure, deliveriesOf, hook, hooked, isDone, makeDue } from './hooked.js'
import { soon } from '../routing/team.js'
import { Receiver, verifies } from '#tests/helpers/webhook_receiver'

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
    await world.chat.webhooks.subscriptions.prepare()
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
    const contents = receiver.received.map(({ json }) => json.data.message.content)
    assert.deepEqual(contents, ['Hello', ...said])
  })
})
