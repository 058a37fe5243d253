import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream } from '#tests/helpers/visitor_stream'
import { serving, silentFor, soon } from './team.js'

async function queueOf({ browser, conversation }: Awaited<ReturnType<ChatWorld['chatting']>>) {
  const { json } = await browser.thread(conversation.externalId)
  return json.conversation.queue
}

/** A world in which Anna is full with the first, and three more wait. */
async function waitingRoom() {
  const world = await ChatWorld.create()
  const anna = await serving(world, 'Anna', { maxConcurrentChats: 1 })
  const first = await world.chatting()
  await soon(async () => (await world.stored(first.conversation)).agentId === anna.id, 2000)
  const waiting = [await world.chatting(), await world.chatting(), await world.chatting()]
  return { world, anna, first, waiting }
}

test.group('The place in the queue', () => {
  test('is shown to a waiting visitor, without an estimate when there is no basis for one', async ({
    assert,
  }) => {
    const { first, waiting } = await waitingRoom()
    assert.isNull(await queueOf(first))
    for (const [index, guest] of waiting.entries()) {
      assert.deepEqual(await queueOf(guest), { position: index + 1, wait_seconds: null })
    }
    const session = await waiting[2].browser.post('/session')
    assert.deepEqual(session.json.conversation.queue, { position: 3, wait_seconds: null })
  })

  test('is hidden while no agent serves', async ({ assert }) => {
    const { anna, waiting, world } = await waitingRoom()
    await silentFor(await anna.refresh(), 60)
    world.chat.routing.queue.forget(world.tenantId)
    assert.isNull(await queueOf(waiting[0]))
    const quiet = await (await ChatWorld.create()).chatting()
    assert.isNull(await queueOf(quiet))
  })

  test('comes with the median of what others have waited, less one’s own wait', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const now = DateTime.utc()
    for (const seconds of [60, 600, 120, 0, 0, 0]) {
      const { conversation } = await world.chatting()
      await conversation.merge({ queuedAt: null, assignedAt: now, queueSeconds: seconds }).save()
    }
    await serving(world, 'Anna', { maxConcurrentChats: 1 })
    const guests = [await world.chatting(), await world.chatting()]
    await soon(async () => (await world.stored(guests[0].conversation)).agentId !== null, 2000)
    world.chat.routing.queue.forget(world.tenantId)
    const { position, wait_seconds: wait } = await queueOf(guests[1])
    assert.equal(position, 1)
    assert.isAbove(wait, 110)
    assert.isAtMost(wait, 120)

    const long = await world.stored(guests[1].conversation)
    await long.merge({ queuedAt: now.minus({ seconds: 300 }) }).save()
    assert.deepEqual(await queueOf(guests[1]), { position: 1, wait_seconds: null })
  })

  test('is pushed when it changes, to the visitor alone', async ({ assert }) => {
    const { world, anna, first, waiting } = await waitingRoom()
    const stream = await openStream(waiting[2].browser)
    await stream.frame('chat.ready')
    await world.chat.conversations.resolve(first.conversation, anna)
    const frame = await stream.frame(
      ({ event, conversation }) =>
        event === 'chat.conversation.updated' && conversation.queue?.position === 2
    )
    assert.equal(frame.conversation.id, waiting[2].conversation.externalId)
    assert.deepEqual(Object.keys(frame.conversation.queue).sort(), ['position', 'wait_seconds'])
    stream.close()
  })
})
