import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { ChatWorld } from '#tests/helpers/chat_world'
import type { WidgetResponse } from '#tests/helpers/widget_client'

const range = (length: number) => Array.from({ length }, (_, index) => index + 1)
const statuses = (answers: WidgetResponse[]) => answers.map(({ status }) => status).sort()

async function storedSeqs(conversationId: number) {
  const rows = await Message.query().where('conversation_id', conversationId).orderBy('seq')
  return rows.map(({ seq }) => seq)
}

test.group('Every message is stored exactly once and in order', () => {
  test('a repeat in capital letters is a repeat', async ({ assert }) => {
    const { browser } = await (await ChatWorld.create()).guest()
    const id = randomUUID()
    assert.equal((await browser.start('Once', id)).status, 201)
    const { status, json } = await browser.start('Once', id.toUpperCase())
    assert.equal(status, 200)
    assert.lengthOf(json.messages, 1)
  })

  test('a repeated first message answers 200 with the first answer', async ({ assert }) => {
    const { browser } = await (await ChatWorld.create()).guest()
    const id = randomUUID()
    const first = await browser.start('Hello', id)
    const repeat = await browser.start('Hello', id)

    assert.deepEqual([first.status, repeat.status], [201, 200])
    assert.deepEqual(repeat.json, first.json)
  })

  test('a repeated message answers 200 with the stored row, whatever it says now', async ({
    assert,
  }) => {
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const id = randomUUID()
    const first = await browser.say(conversation.externalId, 'Hello', id)
    const repeat = await browser.say(conversation.externalId, 'Something else', id)

    assert.deepEqual([first.status, repeat.status], [201, 200])
    assert.deepEqual(repeat.json, first.json)
    assert.deepEqual(await storedSeqs(conversation.id), [1, 2])
  })

  test('20 concurrent first messages make one conversation, numbered without holes', async ({
    assert,
  }) => {
    const { visitor, browser } = await (await ChatWorld.create()).guest()
    const answers = await Promise.all(range(20).map((n) => browser.start(`Message ${n}`)))

    assert.deepEqual(statuses(answers), Array(20).fill(201))
    const conversations = await Conversation.query().where('visitor_id', visitor.id)
    assert.lengthOf(conversations, 1)
    assert.deepEqual(await storedSeqs(conversations[0].id), range(20))
    assert.equal(conversations[0].agentUnreadCount, 20)
    assert.equal(conversations[0].messageCount, 20)
  })

  test('concurrent messages and repeats are numbered without holes', async ({ assert }) => {
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const ids = range(12).map(() => randomUUID())
    const sends = [...ids, ...ids].map((id) => browser.say(conversation.externalId, 'Hi', id))
    const answers = await Promise.all(sends)

    assert.deepEqual(statuses(answers), [...Array(12).fill(200), ...Array(12).fill(201)])
    assert.deepEqual(await storedSeqs(conversation.id), range(13))
  })

  test('one message sent ten times concurrently is one row, and all ten responses are the same', async ({
    assert,
  }) => {
    const { browser, visitor } = await (await ChatWorld.create()).guest()
    const id = randomUUID()
    const answers = await Promise.all(range(10).map(() => browser.start('Only once', id)))

    assert.deepEqual(statuses(answers), [...Array(9).fill(200), 201])
    const ids = answers.map(({ json }) => json.messages.map((message: any) => message.id).join())
    assert.lengthOf(new Set(ids), 1)
    assert.lengthOf(await Message.query().where('sender_id', visitor.id), 1)
  })

  test('agents and visitors who write concurrently share one sequence', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { browser, conversation } = await world.chatting()
    await Promise.all([
      ...range(8).map((n) => browser.say(conversation.externalId, `Question ${n}`)),
      ...range(4).map((n) => world.reply(conversation, anna, `WidgetResponse ${n}`)),
      ...range(4).map((n) => world.reply(conversation, bob, `Note ${n}`, true)),
    ])

    const seqs = await storedSeqs(conversation.id)
    assert.deepEqual(seqs, range(seqs.length))
    const { lastSeq } = await world.stored(conversation)
    assert.equal(lastSeq, seqs.length)
  })

  test('concurrent first conversations of a tenant get numbers of their own', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guests = await Promise.all(range(25).map(() => world.guest()))
    const answers = await Promise.all(guests.map(({ browser }) => browser.start()))

    assert.deepEqual(statuses(answers), Array(25).fill(201))
    const numbers = answers.map(({ json }) => json.conversation.number).sort()
    assert.deepEqual(
      numbers,
      range(25).map((n) => `C${1000 + n}`)
    )
  })

  test('a message repeated after its conversation was closed answers as it did', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const id = randomUUID()
    const first = await browser.say(conversation.externalId, 'Hello', id)
    await world.chat.conversations.close(conversation, await world.agent())

    const repeat = await browser.say(conversation.externalId, 'Hello', id)
    assert.equal(repeat.status, 200)
    assert.equal(repeat.json.id, first.json.id)
    const { status } = await world.stored(conversation)
    assert.equal(status, 'closed')
  })

  test('two visitors may use the same id for different messages', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [vera, otto] = [await world.guest(), await world.guest()]
    const id = randomUUID()
    assert.equal((await vera.browser.start('From Vera', id)).status, 201)
    const { status, json } = await otto.browser.start('From Otto', id)
    assert.equal(status, 201)
    assert.equal(json.messages[0].content, 'From Otto')
  })
})
