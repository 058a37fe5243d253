import { test } from '@japa/runner'
import Message from '#chat/models/message'
import type Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ApiCaller } from '#tests/helpers/api_caller'
import { openStream } from '#tests/helpers/visitor_stream'
import { InboxClient } from '#tests/helpers/inbox_client'
import { withOnly } from '#tests/helpers/with_only'
import { serving, soon } from '../routing/team.js'

/** The agents whose joining the visitor has seen, in order. */
async function joined(conversation: Conversation) {
  const lines = await Message.query().where('conversation_id', conversation.id).orderBy('seq')
  const joins = lines.filter(({ metadata }) => metadata?.event === 'joined')
  return joins.map(({ content, visibility }) => `${content} (${visibility})`)
}

async function scene() {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna')
  const anna = await world.agent('Anna', user)
  const guest = await world.chatting()
  const { conversation, browser } = guest
  /** Who the visitor's browser says is here. */
  const shown = async () => {
    const { json } = await browser.post('/session')
    return json.conversation.agent_name as string | null
  }
  const stored = () => world.stored(conversation)
  return { world, user, anna, shown, stored, ...guest }
}

test.group('An agent joins', () => {
  test('by no assignment: by hand, by a transfer or out of the queue', async ({ assert }) => {
    const { world, anna, conversation, shown } = await scene()
    const maria = await world.agent('Maria Manager')
    await world.chat.conversations.assign(conversation, maria, anna)
    assert.isNull(await shown())
    await world.chat.routing.transfers.toAgent(conversation, anna, maria)
    assert.isNull(await shown())
    await world.chat.conversations.unassign(conversation, anna)
    await serving(world, 'Bob')
    await soon(async () => (await world.stored(conversation)).agentName === 'Bob')
    assert.isNull(await shown())
    assert.deepEqual(await joined(conversation), [])
  })

  test('by their first look at it, and the visitor sees it happen', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, anna, browser, conversation, shown } = await scene()
    await world.chat.conversations.assign(conversation, anna, await world.agent('Maria'))
    const stream = await openStream(browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')

    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}/viewing`
    ;(await inbox.send(path, { viewing: true })).assertStatus(204)
    await stream.frame(({ message }) => message?.content === 'Anna joined')
    await stream.frame(({ conversation: seen }) => seen?.agent_name === 'Anna')
    await inbox.send(path, { viewing: true })
    await world.reply(conversation, anna)
    assert.equal(await shown(), 'Anna')
    assert.deepEqual(await joined(conversation), ['Anna joined (public)'])
  })

  test('by their first reply, with the notice before it', async ({ assert }) => {
    const { world, anna, browser, conversation } = await scene()
    await world.chat.conversations.assign(conversation, anna, await world.agent('Maria'))
    await world.reply(conversation, anna, 'A note', true)
    assert.deepEqual(await joined(conversation), [])
    await world.reply(conversation, anna, 'Good morning')
    await world.reply(conversation, anna, 'How can we help?')
    const { json } = await browser.thread(conversation.externalId)
    assert.deepEqual(
      json.messages.map((message: any) => message.content),
      ['Hello', 'Anna joined', 'Good morning', 'How can we help?']
    )
  })

  test('by reading it through the API', async ({ assert }) => {
    const { world, user, anna, conversation } = await scene()
    await world.chat.conversations.assign(conversation, anna, anna)
    const caller = await ApiCaller.for(user)
    const { status } = await caller.post(`/conversations/${conversation.externalId}/read`, {
      seq: 1,
    })
    assert.equal(status, 204)
    assert.deepEqual(await joined(conversation), ['Anna joined (public)'])
  })

  test("not by a look at another agent's conversation, nor by answering in it", async ({
    client,
    assert,
  }) => {
    const { world, user, anna, conversation, shown } = await scene()
    const maria = await world.agent('Maria')
    const inbox = new InboxClient(client, user)
    const look = () => inbox.send(`/${conversation.externalId}/viewing`, { viewing: true })
    await look()
    await world.chat.conversations.assign(conversation, maria, anna)
    await look()
    assert.deepEqual(await joined(conversation), [])
    await world.reply(conversation, anna, 'Maria will be with you in a minute')
    assert.isNull(await shown())
    assert.deepEqual(await joined(conversation), [])
  })

  test('once, however many tabs look and write at the same moment', async ({ client, assert }) => {
    const { world, user, anna, conversation } = await scene()
    await world.chat.conversations.assign(conversation, anna, anna)
    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}`
    await Promise.all([
      ...Array.from({ length: 6 }, () => inbox.send(`${path}/viewing`, { viewing: true })),
      ...Array.from({ length: 3 }, (_, n) => inbox.say(conversation.externalId, `Reply ${n}`)),
    ])
    assert.deepEqual(await joined(conversation), ['Anna joined (public)'])
  })

  test('anew whenever it comes to them anew, and after it was taken up again', async ({
    assert,
  }) => {
    const { world, anna, conversation, stored, shown, browser } = await scene()
    const bob = await world.agent('Bob')
    const look = async () => world.chat.conversations.look(await stored(), anna)
    await world.chat.conversations.assign(conversation, anna, bob)
    await look()
    await world.chat.routing.transfers.toAgent(conversation, bob, anna)
    await world.chat.routing.transfers.toAgent(conversation, anna, bob)
    assert.isNull(await shown())
    await look()
    await world.chat.conversations.resolve(conversation, anna)
    await look()
    assert.equal(await shown(), 'Anna')
    assert.lengthOf(await joined(conversation), 2)

    await browser.start('One more thing')
    assert.isNull(await shown())
    await look()
    assert.equal(await shown(), 'Anna')
    assert.lengthOf(await joined(conversation), 3)
    await world.chat.conversations.resolve(conversation, anna)
    await world.chat.conversations.reopen(conversation, anna)
    await look()
    assert.equal(await shown(), 'Anna')
    assert.lengthOf(await joined(conversation), 3)
  })

  test('never when they may not reply, nor in what has ended', async ({ client, assert }) => {
    const { world, user, anna, conversation, stored } = await scene()
    await world.chat.conversations.assign(conversation, anna, anna)
    await withOnly(world, user, ['view chat'], async () => {
      const inbox = new InboxClient(client, user)
      const path = `/${conversation.externalId}/viewing`
      ;(await inbox.send(path, { viewing: true })).assertStatus(204)
    })
    await world.chat.conversations.resolve(conversation, anna)
    await world.chat.conversations.look(await stored(), anna)
    assert.deepEqual(await joined(conversation), [])
  })
})
