import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'

async function endedLongAgo(conversation: Conversation, hours: number) {
  const row = await Conversation.findOrFail(conversation.id)
  await row.merge({ closedAt: DateTime.utc().minus({ hours }) }).save()
}

test.group('What a message does to a conversation that ended', () => {
  test('within the window it is reopened, and the thread says so to both sides', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await world.chat.conversations.close(conversation, await world.agent())
    await endedLongAgo(conversation, 23)

    const { status, json } = await browser.start('One more thing')
    assert.equal(status, 201)
    assert.equal(json.conversation.id, conversation.externalId)
    assert.deepInclude(json.conversation, { status: 'pending', ended_at: null })
    assert.deepEqual(
      json.messages.map((message: any) => message.metadata?.event ?? message.content),
      ['Hello', 'closed', 'reopened', 'One more thing']
    )
  })

  test('the previous agent has it again', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { browser, conversation } = await world.chatting()
    await world.reply(conversation, agent)
    await world.chat.conversations.resolve(conversation, agent)

    await browser.say(conversation.externalId, 'One more thing')
    const { status, agentId } = await world.stored(conversation)
    assert.deepEqual([status, agentId], ['active', agent.id])
    assert.equal((await Agent.findOrFail(agent.id)).currentChatsCount, 1)
  })

  test('after the window a new one begins that points to the old one', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await world.chat.conversations.close(conversation, await world.agent())
    await endedLongAgo(conversation, 25)

    const direct = await browser.say(conversation.externalId)
    assert.equal(direct.status, 409)
    assert.equal(direct.json.errors[0].code, 'E_CHAT_CONVERSATION_ENDED')

    const { status, json } = await browser.start('Me again')
    assert.equal(status, 201)
    assert.notEqual(json.conversation.id, conversation.externalId)
    assert.equal(json.conversation.previous_id, conversation.externalId)
    assert.equal((await browser.thread(json.conversation.previous_id)).status, 200)
  })

  test('an archived one comes back into sight', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const archived = await world.chat.conversations.archive(conversation, await world.agent())
    assert.equal(archived.folder, 'archived')

    await browser.say(conversation.externalId)
    const { folder, archivedAt } = await world.stored(conversation)
    assert.deepEqual([folder, archivedAt], ['open', null])
  })

  test('an agent cannot reopen it while the visitor has another one open', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { browser, visitor, conversation } = await world.chatting()
    await world.chat.conversations.close(conversation, agent)
    await endedLongAgo(conversation, 25)
    await browser.start('Me again')

    const reopening = () => world.chat.conversations.reopen(conversation, agent)
    await assert.rejects(reopening, 'The visitor already has another open conversation')
    const open = await Conversation.query().where('open_key', visitor.id)
    assert.lengthOf(open, 1)
    assert.notEqual(open[0].id, conversation.id)
  })

  test('an agent who reopens while the visitor writes leaves one open conversation', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    for (let round = 0; round < 5; round += 1) {
      const { browser, visitor, conversation } = await world.chatting()
      await world.chat.conversations.close(conversation, agent)
      await endedLongAgo(conversation, 25)
      const [written] = await Promise.all([
        browser.start('Me again'),
        world.chat.conversations.reopen(conversation, agent).catch(() => null),
      ])
      assert.equal(written.status, 201)
      assert.lengthOf(await Conversation.query().where('open_key', visitor.id), 1)
    }
  })
})
