import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import Webhook from '#chat/models/webhook'
import { configure, deliveriesOf, hook, hooked, isDone } from './hooked.js'
import { soon } from '../routing/team.js'
import { verifies } from '#tests/helpers/webhook_receiver'

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

  test('deleting one deletes its deliveries', async ({ assert, cleanup }) => {
    const { world, webhook } = await hooked(cleanup)
    await world.chatting()
    await soon(() => isDone(webhook))
    await world.chat.webhooks.remove(webhook)
    assert.lengthOf(await deliveriesOf(webhook), 0)
  })
})
