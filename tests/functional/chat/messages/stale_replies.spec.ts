import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import Message from '#chat/models/message'
import { StaleReply } from '#chat/exceptions/chat_errors'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

async function texts(conversationId: number) {
  const rows = await Message.query()
    .where({ conversation_id: conversationId })
    .whereIn('type', ['text', 'note'])
    .orderBy('seq')
  return rows.map(({ content }) => content)
}

test.group('A reply that comes too late', () => {
  test('is refused and not stored', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const { conversation, ...guest } = await world.chatting()
    await world.start(guest, 'Never mind')
    const inbox = new InboxClient(client, await world.user())

    const refused = await inbox.say(conversation.externalId, 'On my way', { seen_seq: 1 })
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'E_CHAT_STALE')
    assert.deepEqual(await texts(conversation.id), ['Hello', 'Never mind'])
    assert.isNull((await world.stored(conversation)).agentId)

    const anyway = await inbox.say(conversation.externalId, 'On my way', { seen_seq: 2 })
    anyway.assertStatus(201)
  })

  test('of two simultaneous replies one is stored and the other refused', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const agents = [await world.agent('Anna Agent'), await world.agent('Bob Busy')]
    const posts = await Promise.allSettled(
      agents.map((agent) =>
        world.chat.messages.agent.post(conversation, agent, {
          content: `From ${agent.name}`,
          clientMessageId: randomUUID(),
          seenSeq: 1,
        })
      )
    )
    const refused = posts.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    assert.lengthOf(refused, 1)
    assert.instanceOf(refused[0].reason, StaleReply)
    assert.lengthOf(await texts(conversation.id), 2)
    const { agentName } = await world.stored(conversation)
    assert.deepEqual(await texts(conversation.id), ['Hello', `From ${agentName}`])
  })

  test('one’s own messages, system lines and notes of others are not missed', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const inbox = new InboxClient(client, await world.user())
    const first = await inbox.say(conversation.externalId, 'One', { seen_seq: 1 })
    first.assertStatus(201)
    await world.reply(conversation, await world.agent('Bob Busy'), 'A hint', true)
    const second = await inbox.say(conversation.externalId, 'Two', { seen_seq: 1 })
    second.assertStatus(201)
    assert.deepEqual(await texts(conversation.id), ['Hello', 'One', 'A hint', 'Two'])
  })

  test('a repeated reply returns the stored row, even after later messages', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, ...guest } = await world.chatting()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const sent = { client_message_id: randomUUID(), seen_seq: 1 }
    const first = await inbox.say(conversation.externalId, 'Once', sent)
    await world.start(guest, 'Thanks')
    const again = await inbox.say(conversation.externalId, 'Once', sent)
    again.assertStatus(200)
    assert.equal(again.body().last_seq, first.body().last_seq)

    await world.chat.conversations.close(conversation, await world.agent('Anna', user))
    const ended = await inbox.say(conversation.externalId, 'Once', sent)
    ended.assertStatus(200)
    assert.deepEqual(await texts(conversation.id), ['Hello', 'Once', 'Thanks'])
  })

  test('a note is always stored, and so is a reply without seen_seq', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, ...guest } = await world.chatting()
    await world.start(guest, 'More')
    const inbox = new InboxClient(client, await world.user())
    const note = await inbox.say(conversation.externalId, 'Note', { internal: true, seen_seq: 1 })
    note.assertStatus(201)
    const form = { content: 'Form', client_message_id: randomUUID() }
    const plain = await inbox.submit(`/${conversation.externalId}/messages`, form)
    plain.assertStatus(302)
    assert.deepEqual(await texts(conversation.id), ['Hello', 'More', 'Note', 'Form'])
  })

  test('a form that says so comes back with the reason', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const { conversation, ...guest } = await world.chatting()
    await world.start(guest, 'More')
    const inbox = new InboxClient(client, await world.user())
    const form = { content: 'Form', client_message_id: randomUUID(), seen_seq: '1' }
    const plain = await inbox.submit(`/${conversation.externalId}/messages`, form)
    plain.assertStatus(302)
    assert.deepEqual(await texts(conversation.id), ['Hello', 'More'])
  })

  for (const seen of [-1, 1.5, 'x', { a: 1 }, 1e12]) {
    test(`seen_seq ${JSON.stringify(seen)} is refused`, async ({ client, assert }) => {
      const world = await ChatWorld.create()
      const { conversation } = await world.chatting()
      const inbox = new InboxClient(client, await world.user())
      const refused = await inbox.say(conversation.externalId, 'Hi', { seen_seq: seen })
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].field, 'seen_seq')
    })
  }
})
