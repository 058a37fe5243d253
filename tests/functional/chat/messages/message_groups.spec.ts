import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { dialectOf } from '#chat/support/dialects'
import { drainListeners } from '#chat/support/emit_after_commit'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'

const MANY = 12

/** A tenant with many conversations, each with an agent or without. */
async function manyChats(agent?: (world: ChatWorld) => Promise<Agent>) {
  const world = await ChatWorld.create()
  const guests: Awaited<ReturnType<ChatWorld['chatting']>>[] = []
  for (let n = 0; n < MANY; n += 1) guests.push(await world.chatting())
  const theirs = await agent?.(world)
  for (const { conversation } of theirs ? guests : []) {
    await world.reply(conversation, theirs!, 'The first one takes it on')
  }
  await drainListeners(5000)
  const post = (n: number, content = `Message ${n}`, clientMessageId: string = randomUUID()) => {
    const { visitor, conversation } = guests[n]
    const draft = { content, clientMessageId }
    return world.chat.messages.visitor.post(visitor, conversation.externalId, draft)
  }
  return { world, guests, post, agent: theirs! }
}

const all = <Result>(work: (n: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: MANY }, (_, n) => work(n)))

test.group('Messages that arrive together', () => {
  test('are each stored as if they came alone', async ({ assert }) => {
    const { post, guests } = await manyChats()
    const posts = await all((n) => post(n))
    for (const [n, { message, conversation }] of posts.entries()) {
      const stored = await Message.findOrFail(message.id)
      assert.equal(stored.content, `Message ${n}`)
      assert.equal(stored.conversationId, guests[n].conversation.id)
      const { $attributes: kept } = await Conversation.findOrFail(conversation.id)
      assert.deepEqual({ ...conversation.$attributes }, { ...kept })
      assert.equal(kept.lastSeq, 2)
      assert.equal(kept.lastMessage, `Message ${n}`)
    }
  })

  test('take fewer statements than one after the other', async ({ assert }) => {
    const { post } = await manyChats()
    const statements = await statementsOf(() => all((n) => post(n)), { all: true })
    const commits = statements.filter(({ sql }) => sql === 'COMMIT')
    assert.isAtMost(commits.length, 4)
  }).skip(
    () => db.connection().dialect.name === 'postgres',
    'PostgreSQL has a transaction for each'
  )

  test('count whose turn it is, and what was read, for each', async ({ assert }) => {
    const { post, guests, world, agent } = await manyChats((each) => each.agent())
    const awaiting = async () => (await agent.refresh()).awaitingChatsCount
    const before = await awaiting()
    await all((n) => post(n))
    assert.equal(await awaiting(), before - MANY)
    await all((n) => world.reply(guests[n].conversation, agent, 'An answer'))
    assert.equal(await awaiting(), before)
    for (const { conversation } of guests) {
      const messages = await Message.query().where('conversation_id', conversation.id)
      const unread = messages.filter((each) => each.senderType === 'visitor' && !each.readAt)
      assert.isEmpty(unread)
    }
  })

  test('do not fail with one that fails, and a repeat is stored once', async ({ assert }) => {
    const { post, guests, world } = await manyChats()
    const id = randomUUID()
    const first = await post(0, 'Once', id)
    const { visitor } = guests[0]
    const posts = await Promise.all([
      ...[1, 2, 3].map((n) => post(n)),
      post(0, 'Once', id),
      ...[4, 5, 6].map((n) => post(n)),
      post(6, 'In the same conversation'),
    ])
    assert.deepEqual(
      posts.map(({ isNew }) => isNew),
      [true, true, true, false, true, true, true, true]
    )
    assert.equal(posts[3].message.id, first.message.id)
    const seqs = posts.slice(-2).map(({ message }) => message.seq)
    assert.sameMembers(seqs, [2, 3])
    const elsewhere = { content: 'Not theirs', clientMessageId: randomUUID() }
    const stranger = guests[1].conversation.externalId
    await assert.rejects(() => world.chat.messages.visitor.post(visitor, stranger, elsewhere))
  })

  test('do not wait for one whose conversation is locked', async ({ assert }) => {
    const { post, guests } = await manyChats()
    const ends: string[] = []
    await db.transaction(async (trx) => {
      await Conversation.query({ client: trx })
        .where('id', guests[0].conversation.id)
        .forUpdate()
        .firstOrFail()
      const locked = post(0).then(() => ends.push('locked'))
      await Promise.all([1, 2, 3, 4, 5].map((n) => post(n)))
      ends.push('others')
      void locked
    })
    const { id } = guests[0].conversation
    await post(0, 'After the lock')
    assert.equal(ends[0], 'others')
    const messages = await Message.query().where('conversation_id', id).orderBy('seq')
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, index) => index + 1)
    )
  }).skip(() => dialectOf(db.connection()).isEmbedded, 'SQLite locks no single rows')
})
