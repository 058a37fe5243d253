import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor } from '#tests/helpers/due_actions'

async function closingWorld(cleanup: (end: () => void) => void, hours = 72) {
  const world = await ChatWorld.create()
  world.chat.config.autoCloseResolvedAfterHours = hours
  cleanup(() => (world.chat.config.autoCloseResolvedAfterHours = 0))
  return world
}

test.group('Closing resolved conversations', () => {
  test('a resolved conversation is closed when its hours are over, for agents to read', async ({
    assert,
    cleanup,
  }) => {
    const world = await closingWorld(cleanup)
    const { conversation, browser } = await world.chatting()
    await world.chat.conversations.resolve(conversation, await world.agent())
    const seen = (await browser.thread(conversation.externalId)).json

    await after(world, { hours: 71 })
    assert.equal((await world.stored(conversation)).status, 'resolved')
    await after(world, { hours: 73 })
    const stored = await world.stored(conversation)
    assert.equal(stored.status, 'closed')
    assert.isNotNull(stored.resolvedAt)
    assert.lengthOf(await dueFor(conversation), 0)

    const { messages } = await world.chat.inbox.thread(stored, { limit: 50, visibility: 'all' })
    assert.equal(messages.at(-1)!.content, 'Closed automatically 73 hours after it was resolved')
    const now = (await browser.thread(conversation.externalId)).json
    assert.deepEqual(now.messages, seen.messages)
  })

  test('one that was taken up again stays open, and counts from its next end', async ({
    assert,
    cleanup,
  }) => {
    const world = await closingWorld(cleanup)
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    await world.chat.conversations.resolve(conversation, agent)
    await world.chat.conversations.reopen(conversation, agent)
    await after(world, { hours: 73 })
    assert.equal((await world.stored(conversation)).status, 'pending')

    await world.chat.conversations.resolve(conversation, agent)
    await after(world, { hours: 73 })
    assert.equal((await world.stored(conversation)).status, 'closed')
  })

  test('nothing is closed automatically without the setting', async ({ assert, cleanup }) => {
    const world = await closingWorld(cleanup, 0)
    const { conversation } = await world.chatting()
    await world.chat.conversations.resolve(conversation, await world.agent())
    assert.lengthOf(await dueFor(conversation), 0)
  })
})
