import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { DueWorker } from '#chat/workers/due_worker'
import { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { ServerProcess } from '#tests/helpers/server_process'
import { deliveriesOf, hooked } from './hooked.js'
import { soon } from '../routing/team.js'

const range = (length: number) => Array.from({ length }, (_, index) => index)

/** Nothing is sent from this process, however many tests are at work in it. */
async function silence(cleanup: (end: () => void) => void) {
  const worker = await app.container.make(DueWorker)
  await worker.stop()
  cleanup(() => worker.start())
}

test.group('Several servers send from one outbox', () => {
  test('each delivery is sent once, and a conversation’s in their order', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    await silence(cleanup)
    receiver.answer = (response) => setTimeout(() => response.writeHead(204).end(), 5)
    for (const n of range(12)) {
      const { browser, conversation } = await world.chatting()
      for (const m of range(5)) await browser.say(conversation.externalId, `${n}/${m}`)
    }
    assert.lengthOf(await deliveriesOf(webhook), 72)
    assert.lengthOf(receiver.received, 0)

    const servers = await Promise.all(range(3).map(() => ServerProcess.start()))
    cleanup(async () => void (await Promise.all(servers.map((server) => server.stop()))))
    await soon(
      async () => (await deliveriesOf(webhook)).every(({ status }) => status === 'delivered'),
      20_000
    )

    const ids = receiver.received.map(({ json }) => json.id)
    assert.lengthOf(ids, 72)
    assert.equal(new Set(ids).size, 72)
    const last = new Map<number, number>()
    for (const { json } of receiver.received) {
      const { conversation_id: conversation, message } = json.data
      assert.isAbove(message.seq, last.get(conversation) ?? 0)
      last.set(conversation, message.seq)
    }
    for (const { attempts } of await deliveriesOf(webhook)) assert.equal(attempts, 1)
  }).timeout(60_000)

  test('of many that reach for the same delivery one gets it', async ({ assert, cleanup }) => {
    const { world, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    await silence(cleanup)
    for (let n = 0; n < 4; n += 1) await world.chatting()
    const taken = await Promise.all(range(10).map(() => new DeliveryQueue().take(webhook, 4)))
    const ids = taken.flat().map(({ id }) => id)
    assert.lengthOf(ids, 4)
    assert.equal(new Set(ids).size, 4)
  })

  test('a server that is killed after the commit loses nothing', async ({ assert, cleanup }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    await silence(cleanup)
    const { browser, conversation } = await world.chatting()
    /** The server is killed after its request and before the response: the result is unknown. */
    receiver.answer = () => {}
    const first = await ServerProcess.start()
    cleanup(() => void first.stop('SIGKILL'))
    await soon(() => receiver.received.length === 1, 10_000)
    await browser.with({ server: first.url }).say(conversation.externalId, 'The last word')
    await first.stop('SIGKILL')
    const [interrupted, waiting] = await deliveriesOf(webhook)
    assert.equal(interrupted.status, 'sending')
    assert.equal(waiting.status, 'pending')

    receiver.says(204)
    const second = await ServerProcess.start()
    cleanup(async () => void (await second.stop()))
    /** The test does not wait for the lease to end. */
    await interrupted.merge({ dueAt: interrupted.createdAt }).save()
    await soon(
      async () => (await deliveriesOf(webhook)).every(({ status }) => status === 'delivered'),
      10_000
    )
    const contents = receiver.received.map(({ json }) => json.data.message.content)
    assert.deepEqual(contents, ['Hello', 'Hello', 'The last word'])
    assert.equal(receiver.received[0].json.id, receiver.received[1].json.id)
  }).timeout(60_000)

  test('a server ends on SIGTERM, and puts back what has no answer', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { events: ['chat.message.sent'] })
    await silence(cleanup)
    await world.chatting()
    receiver.answer = () => {}
    const server = await ServerProcess.start()
    cleanup(() => void server.stop('SIGKILL'))
    await soon(() => receiver.received.length === 1, 10_000)
    assert.isBelow(await server.stop('SIGTERM'), 5000)
    assert.equal(server.process.exitCode, 0)
    const [delivery] = await deliveriesOf(webhook)
    assert.deepEqual([delivery.status, delivery.attempts], ['pending', 0])
  }).timeout(30_000)

  test('a webhook that another server has made receives events within seconds', async ({
    assert,
    cleanup,
  }) => {
    const server = await ServerProcess.start()
    cleanup(async () => void (await server.stop()))
    const { world, receiver } = await hooked(cleanup, { events: ['chat.message.sent'] })
    const { browser, conversation } = await world.chatting()
    await soon(async () => {
      await browser.with({ server: server.url }).say(conversation.externalId, 'Elsewhere')
      return receiver.received.some(({ body }) => body.includes('Elsewhere'))
    }, 4000)
    assert.isAtLeast(receiver.received.length, 2)
  }).timeout(30_000)
})
