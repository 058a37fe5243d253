import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Agent from '#chat/models/agent'
import Message from '#chat/models/message'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('What agents write', () => {
  test('to neighbouring conversations are stored concurrently without a deadlock', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    for (let round = 0; round < 5; round += 1) {
      const chats = await Promise.all(Array.from({ length: 12 }, () => world.chatting()))
      for (const { conversation } of chats) {
        await world.chat.conversations.assign(conversation, agent, agent)
      }
      await Promise.all(chats.map(({ conversation }) => world.reply(conversation, agent)))
      const stored = await Promise.all(chats.map(({ conversation }) => world.stored(conversation)))
      assert.isTrue(stored.every(({ agentUnreadCount }) => agentUnreadCount === 0))
    }
  })

  test('the first reply takes an unassigned conversation on', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent('Anna Agent')
    const { conversation } = await world.chatting()
    const { message } = await world.reply(conversation, agent, 'Hello, this is Anna')

    const stored = await world.stored(conversation)
    assert.deepEqual([stored.agentId, stored.agentName], [agent.id, 'Anna Agent'])
    assert.equal(stored.status, 'waiting')
    assert.equal(stored.firstResponseAt!.toMillis(), message.createdAt.toMillis())
    assert.equal((await Agent.findOrFail(agent.id)).currentChatsCount, 1)
  })

  test('a reply of another agent does not reassign the conversation', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { conversation } = await world.chatting()
    await world.reply(conversation, anna)
    const first = await world.stored(conversation)
    await world.reply(conversation, bob)

    const stored = await world.stored(conversation)
    assert.equal(stored.agentId, anna.id)
    assert.equal(stored.firstResponseAt!.toMillis(), first.firstResponseAt!.toMillis())
  })

  test('a visitor waits from their first unanswered message until the reply', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const { waitingSince } = await world.stored(conversation)
    assert.isNotNull(waitingSince)
    await browser.say(conversation.externalId, 'Anybody there?')
    const still = await world.stored(conversation)
    assert.equal(still.waitingSince!.toMillis(), waitingSince!.toMillis())

    await world.reply(conversation, await world.agent())
    assert.isNull((await world.stored(conversation)).waitingSince)
    await browser.say(conversation.externalId, 'Thanks, but')
    const again = await world.stored(conversation)
    assert.equal(again.status, 'active')
    assert.isNotNull(again.waitingSince)
  })

  test('a repeated reply is stored once, also when both arrive concurrently', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    const draft = { content: 'Hello', clientMessageId: randomUUID() }
    const posts = await Promise.all(
      [1, 2, 3].map(() => world.chat.messages.agent.post(conversation, agent, draft))
    )
    assert.lengthOf(new Set(posts.map(({ message }) => message.id)), 1)
    assert.lengthOf(
      posts.filter(({ isNew }) => isNew),
      1
    )
    assert.equal((await world.stored(conversation)).visitorUnreadCount, 1)
    assert.lengthOf(await Message.query().where('client_message_id', draft.clientMessageId), 1)
  })

  test('a note neither answers the visitor nor counts as unread', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const before = await world.stored(conversation)
    await world.reply(conversation, await world.agent(), 'Careful with this one', true)

    const after = await world.stored(conversation)
    assert.isNotNull(after.waitingSince)
    assert.containSubset(after.$attributes, {
      status: 'pending',
      agentId: null,
      firstResponseAt: null,
      visitorUnreadCount: 0,
      agentUnreadCount: 1,
      lastMessage: before.lastMessage,
    })
  })

  test('the load of agents follows who has which open conversation', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { conversation } = await world.chatting()
    const { conversations } = world.chat
    const loads = async () => {
      const agents = await Agent.query().whereIn('id', [anna.id, bob.id]).orderBy('id')
      return agents.map(({ currentChatsCount }) => currentChatsCount)
    }
    await conversations.assign(conversation, anna, anna)
    assert.deepEqual(await loads(), [1, 0])
    await conversations.assign(conversation, bob, anna)
    assert.deepEqual(await loads(), [0, 1])
    await conversations.resolve(conversation, bob)
    await conversations.close(conversation, bob)
    assert.deepEqual(await loads(), [0, 0])
    await conversations.reopen(conversation, anna)
    assert.deepEqual(await loads(), [0, 1])
    await conversations.unassign(conversation, anna)
    assert.deepEqual(await loads(), [0, 0])
  })
})
