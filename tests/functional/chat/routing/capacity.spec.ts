import { test } from '@japa/runner'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream } from '#tests/helpers/visitor_stream'
import { loads, serving, silentFor, soon } from './team.js'

/** Anna with her one chat, which is her maximum, and a visitor in the queue. */
async function full() {
  const world = await ChatWorld.create()
  const lead = await world.agent('Lead')
  const anna = await serving(world, 'Anna', { maxConcurrentChats: 1 })
  const first = await world.chatting()
  await world.chat.routing.pickUp(world.tenantId)
  const waiting = await world.chatting()
  const has = async (agent: Agent, conversation: Conversation) =>
    (await world.stored(conversation)).agentId === agent.id
  return { world, lead, anna, first, waiting, has }
}

/** As it is kept; fails unless a recount of the agents' conversations says the same. */
async function load(world: ChatWorld, agent: Agent) {
  const { kept, counted } = await loads(world.tenantId)
  if (kept.join() !== counted.join()) throw new Error(`Kept ${kept}, counted ${counted}`)
  return (await agent.refresh()).currentChatsCount
}

test.group('An agent’s capacity', () => {
  test('is freed when an open conversation is archived, and the oldest who waits gets it', async ({
    assert,
  }) => {
    const { world, lead, anna, first, waiting, has } = await full()
    await world.chat.conversations.archive(first.conversation, lead)
    assert.isBelow(await soon(() => has(anna, waiting.conversation)), 2000)
    assert.equal(await load(world, anna), 1)
    await world.chat.conversations.resolve(first.conversation, lead)
    assert.equal(await load(world, anna), 1)
  })

  test('is taken again by what comes out of the archive, if there is one', async ({ assert }) => {
    const { world, lead, anna, first, waiting, has } = await full()
    const { archive, unarchive } = {
      archive: () => world.chat.conversations.archive(first.conversation, lead),
      unarchive: () => world.chat.conversations.unarchive(first.conversation, lead),
    }
    await archive()
    await soon(() => has(anna, waiting.conversation), 2000)
    await unarchive()
    const queued = await world.stored(first.conversation)
    assert.deepEqual([queued.agentId, queued.status, queued.folder], [null, 'pending', 'open'])
    assert.isNotNull(queued.queuedAt)

    await world.chat.conversations.resolve(waiting.conversation, lead)
    await soon(() => has(anna, first.conversation), 2000)
    await archive()
    assert.equal(await load(world, anna), 0)
    await unarchive()
    assert.isTrue(await has(anna, first.conversation))
    assert.equal(await load(world, anna), 1)
  })

  test('is taken by the visitor’s or an agent’s message to an archived conversation', async ({
    assert,
  }) => {
    const { world, lead, anna, first, waiting } = await full()
    await world.chat.conversations.removal.remove(waiting.conversation, lead)
    await world.chat.conversations.archive(first.conversation, lead)
    await world.start(first, 'Still there?')
    assert.equal(await load(world, anna), 1)

    await world.chat.conversations.archive(first.conversation, lead)
    await world.reply(first.conversation, anna)
    assert.equal(await load(world, anna), 1)

    await world.chat.conversations.archive(first.conversation, lead)
    await silentFor(await anna.refresh(), 60)
    await world.reply(first.conversation, lead)
    assert.equal((await world.stored(first.conversation)).agentId, lead.id)
    assert.deepEqual([await load(world, anna), await load(world, lead)], [0, 1])
  })

  test('is left alone by what is done to an archived conversation', async ({ assert }) => {
    const { world, lead, anna, first, waiting } = await full()
    const { conversations, routing } = world.chat
    const { transfers } = routing
    const { removal } = conversations
    await removal.remove(waiting.conversation, lead)
    await conversations.archive(first.conversation, lead)
    await conversations.assign(first.conversation, lead, lead)
    await conversations.unassign(first.conversation, lead)
    await transfers.toAgent(first.conversation, anna, lead)
    assert.deepEqual([await load(world, anna), await load(world, lead)], [0, 0])
    await conversations.close(first.conversation, lead)
    await conversations.reopen(first.conversation, lead)
    assert.deepEqual([await load(world, anna), await load(world, lead)], [1, 0])
    await conversations.archive(first.conversation, lead)
    await removal.remove(first.conversation, lead)
    assert.deepEqual([await load(world, anna), await load(world, lead)], [0, 0])
  })

  test('is freed when a conversation is deleted: the oldest gets it, and the others move up', async ({
    assert,
  }) => {
    const { world, lead, anna, first, waiting, has } = await full()
    const last = await world.chatting()
    const stream = await openStream(last.browser)
    await stream.frame('chat.ready')
    await world.chat.conversations.removal.remove(first.conversation, lead)
    assert.isBelow(await soon(() => has(anna, waiting.conversation)), 2000)
    await stream.frame(
      ({ event, conversation }) =>
        event === 'chat.conversation.updated' && conversation.queue?.position === 1
    )
    assert.equal(await load(world, anna), 1)
    stream.close()
  })

  test('is not needed by a waiting conversation that is deleted: those behind it move up', async () => {
    const { world, lead, waiting } = await full()
    const last = await world.chatting()
    const stream = await openStream(last.browser)
    await stream.frame('chat.ready')
    await world.chat.conversations.removal.remove(waiting.conversation, lead)
    await stream.frame(
      ({ event, conversation }) =>
        event === 'chat.conversation.updated' && conversation.queue?.position === 1
    )
    stream.close()
  })
})
