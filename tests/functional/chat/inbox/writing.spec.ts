import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import Message from '#chat/models/message'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('Writing from the inbox', () => {
  test('a reply is stored, shown, and takes an unassigned conversation on', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation, browser } = await world.chatting()
    const answer = await new InboxClient(client, user).say(
      conversation.externalId,
      'A <b>reply</b>'
    )
    answer.assertStatus(201)
    assert.include(answer.body().html, 'A &lt;b&gt;reply&lt;/b&gt;')

    const { agent, status, lastSeq } = await world.stored(conversation)
    assert.equal(agent.userId, String(user.id))
    assert.equal(status, 'waiting')
    assert.equal(answer.body().last_seq, lastSeq)
    const thread = await browser.thread(conversation.externalId)
    assert.include(JSON.stringify(thread.json), 'A <b>reply</b>')
  })

  test('the same message sent again is answered again, and stored once', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting()
    const sent = { client_message_id: randomUUID() }
    const first = await inbox.say(conversation.externalId, 'Once', sent)
    const again = await inbox.say(conversation.externalId, 'Once', sent)
    again.assertStatus(200)
    assert.equal(again.body().last_seq, first.body().last_seq)
    assert.include(again.body().html, `data-client-id=${sent.client_message_id}`)
    const stored = await Message.query().where('content', 'Once').where('tenant_id', world.tenantId)
    assert.lengthOf(stored, 1)
  })

  test('a note reaches the team and no visitor', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation, browser } = await world.chatting()
    const answer = await inbox.say(conversation.externalId, 'Secret', { internal: true })
    answer.assertStatus(201)
    assert.include(answer.body().html, 'chat-message--note')
    assert.notInclude((await browser.thread(conversation.externalId)).text, 'Secret')
    assert.equal((await world.stored(conversation)).status, 'pending')
  })

  test('plain forms reply and note, and come back to the conversation', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting()
    const path = `/${conversation.externalId}/messages?filter=mine`
    for (const internal of ['0', '1']) {
      const form = { content: `Mode ${internal}`, client_message_id: randomUUID(), internal }
      const answer = await inbox.submit(path, form)
      answer.assertStatus(302)
      assert.equal(answer.header('location'), `/chat/${conversation.externalId}?filter=mine`)
    }
    const stored = await Message.query()
      .where('conversation_id', conversation.id)
      .where('type', '!=', 'event')
      .orderBy('id')
    assert.deepEqual(
      stored.map(({ content, visibility }) => [content, visibility]),
      [
        ['Hello', 'public'],
        ['Mode 0', 'public'],
        ['Mode 1', 'internal'],
      ]
    )
  })

  test('a reply to an ended conversation is refused, a note is not', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation } = await world.chatting()
    await world.chat.conversations.close(conversation, await world.agent('Anna', user))
    const inbox = new InboxClient(client, user)
    const refused = await inbox.say(conversation.externalId, 'Too late')
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'E_CHAT_CONVERSATION_ENDED')
    const note = await inbox.say(conversation.externalId, 'For the record', { internal: true })
    note.assertStatus(201)
  })

  test('NUL bytes and spaces around a message are dropped', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const inbox = new InboxClient(client, await world.user())
    const answer = await inbox.say(conversation.externalId, '  a\0b\n ')
    answer.assertStatus(201)
    const { lastMessage } = await world.stored(conversation)
    assert.equal(lastMessage, 'ab')
  })

  test('5,000 characters are a message, one more is not', async ({ client }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const inbox = new InboxClient(client, await world.user())
    const longest = await inbox.say(conversation.externalId, 'x'.repeat(5000))
    longest.assertStatus(201)
    const tooLong = await inbox.say(conversation.externalId, 'x'.repeat(5001))
    tooLong.assertStatus(422)
  })
})
