import { test } from '@japa/runner'
import emitter from '@adonisjs/core/services/emitter'
import { ChatWorld } from '#tests/helpers/chat_world'

const readTimes = (json: any) =>
  json.messages.map((message: any) => [message.seq, message.read_at !== null])

test.group('What has been read', () => {
  test('a visitor who reads up to a place has read the replies up to it', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { browser, conversation } = await world.chatting()
    await world.reply(conversation, agent, 'One')
    await world.reply(conversation, agent, 'Two')
    const read = (seq: number) =>
      browser.post(`/conversations/${conversation.externalId}/read`, { seq })

    assert.equal((await browser.thread(conversation.externalId)).json.unread, 2)
    await read(3)
    const { json } = await browser.thread(conversation.externalId)
    assert.equal(json.unread, 1)
    assert.equal(json.conversation.visitor_read_seq, 3)
    assert.includeDeepMembers(readTimes(json), [
      [3, true],
      [4, false],
    ])
  })

  test('a mark never moves back, nor beyond the last message', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await world.reply(conversation, await world.agent(), 'One')
    const read = (seq: number) =>
      browser.post(`/conversations/${conversation.externalId}/read`, { seq })

    await read(2_147_483_647)
    assert.equal((await world.stored(conversation)).visitorReadSeq, 3)
    await read(1)
    const stored = await world.stored(conversation)
    assert.deepEqual([stored.visitorReadSeq, stored.visitorUnreadCount], [3, 0])
  })

  test('messages that are read already emit no second event', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const heard: number[] = []
    cleanup(emitter.on('chat.conversation.read', ({ seq }) => void heard.push(seq)))
    const path = `/conversations/${conversation.externalId}/read`
    for (const seq of [1, 1, 0, 2_147_483_647]) await browser.post(path, { seq })
    assert.deepEqual(heard, [1])
  })

  test("an agent who reads marks the visitor's messages, and the visitor sees that", async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await browser.say(conversation.externalId, 'Second')
    assert.equal((await world.stored(conversation)).agentUnreadCount, 2)

    await world.chat.messages.reads.byAgent(conversation, 1)
    assert.equal((await world.stored(conversation)).agentUnreadCount, 1)
    const { json } = await browser.thread(conversation.externalId)
    assert.equal(json.conversation.agent_read_seq, 1)
    assert.deepEqual(readTimes(json), [
      [1, true],
      [2, false],
    ])
  })

  test('a reply marks earlier messages as read', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await world.reply(conversation, await world.agent(), 'Hi')

    assert.equal((await world.stored(conversation)).agentUnreadCount, 0)
    const { json } = await browser.thread(conversation.externalId)
    assert.deepEqual(readTimes(json)[0], [1, true])
    assert.equal(json.conversation.agent_read_seq, 3)
  })

  test('messages read while others arrive leave the right number unread', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { browser, conversation } = await world.chatting()
    await world.reply(conversation, agent, 'First')
    await Promise.all([
      browser.post(`/conversations/${conversation.externalId}/read`, { seq: 3 }),
      world.reply(conversation, agent, 'Second'),
      world.reply(conversation, agent, 'Third'),
    ])
    assert.equal((await world.stored(conversation)).visitorUnreadCount, 2)
  })

  test('a page of the thread is oldest first, and `after` never skips a message', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { browser, conversation } = await world.chatting()
    for (const content of ['a', 'b', 'c']) {
      await world.reply(conversation, agent, `Note ${content}`, true)
      await world.reply(conversation, agent, `Reply ${content}`)
    }

    const seen: number[] = []
    let hasMore = true
    while (hasMore) {
      const after = seen.at(-1) ?? 0
      const { json } = await browser.thread(conversation.externalId, `?after=${after}&limit=2`)
      seen.push(...json.messages.map((message: any) => message.seq))
      hasMore = json.has_more
    }
    const newest = await browser.thread(conversation.externalId, '?limit=2')
    const before = await browser.thread(conversation.externalId, `?before=${seen.at(-2)}&limit=2`)
    assert.deepEqual(seen, [1, 3, 4, 6, 8])
    assert.deepEqual(
      readTimes(newest.json).map(([seq]: any) => seq),
      [6, 8]
    )
    assert.deepEqual(
      readTimes(before.json).map(([seq]: any) => seq),
      [3, 4]
    )
  })
})
