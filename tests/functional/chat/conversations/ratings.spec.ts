import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { lines, rate, resolved, totals } from './rated.js'

test.group('Rating a conversation', () => {
  test('is stored with its feedback, and counts for the agent who had it', async ({ assert }) => {
    const { world, agent, conversation, ...guest } = await resolved()
    const answer = await rate(guest, conversation, { rating: 4, feedback: ' Quick!\0 ' })
    assert.equal(answer.status, 200)
    assert.deepEqual(answer.json, { rating: 4, feedback: 'Quick!' })
    const stored = await world.stored(conversation)
    assert.deepEqual([stored.rating, stored.feedback], [4, 'Quick!'])
    assert.deepEqual(await totals(agent), [4, 1])
    const session = await guest.browser.post('/session')
    assert.deepInclude(session.json.conversation, { rating: 4, feedback: 'Quick!' })
  })

  test('can be changed, and the totals stay exact', async ({ assert }) => {
    const { world, agent, conversation, ...guest } = await resolved()
    await rate(guest, conversation, { rating: 1 })
    await rate(guest, conversation, { rating: 5, feedback: 'On second thought' })
    await rate(guest, conversation, { rating: 5, feedback: 'On second thought' })
    assert.deepEqual(await totals(agent), [5, 1])
    assert.lengthOf(await lines(conversation), 2)

    const other = await resolved(world)
    await rate(other, other.conversation, { rating: 2 })
    assert.deepEqual(await totals(other.agent), [2, 1])
    assert.deepEqual(await totals(agent), [5, 1])
  })

  test('goes with its conversation when that is deleted', async ({ assert }) => {
    const { world, agent, conversation, ...guest } = await resolved()
    await rate(guest, conversation, { rating: 2 })
    const kept = await resolved(world)
    await world.chat.conversations.removal.remove(conversation, agent)
    await world.chat.conversations.removal.remove(kept.conversation, kept.agent)
    assert.deepEqual(
      [await totals(agent), await totals(kept.agent)],
      [
        [0, 0],
        [0, 0],
      ]
    )
  })

  test('stays with the agent who was rated when the conversation is reopened for another', async ({
    assert,
  }) => {
    const { world, agent, conversation, ...guest } = await resolved()
    await rate(guest, conversation, { rating: 2 })
    const other = await world.agent('Bob Busy')
    await world.chat.conversations.reopen(conversation, agent)
    await world.chat.conversations.assign(conversation, other, agent)
    assert.deepEqual(
      [await totals(agent), await totals(other)],
      [
        [2, 1],
        [0, 0],
      ]
    )
  })

  test('many changes at the same instant leave one rating and exact totals', async ({ assert }) => {
    const { world, agent, conversation, visitor } = await resolved()
    await Promise.all(
      [1, 2, 3, 4, 5, 1, 2, 3].map((rating) =>
        world.chat.conversations.ratings.rate(conversation, visitor, { rating, feedback: null })
      )
    )
    const { rating } = await world.stored(conversation)
    assert.deepEqual(await totals(agent), [rating, 1])
  })

  test('another visitor’s conversation cannot be rated, nor any without a token', async ({
    assert,
  }) => {
    const { world, conversation, ...guest } = await resolved()
    const stranger = await rate(await world.guest(), conversation, { rating: 1 })
    assert.equal(stranger.status, 404)
    const withoutToken = await guest.browser
      .with({ token: null })
      .post(`/conversations/${conversation.externalId}/rate`, { rating: 1 })
    assert.equal(withoutToken.status, 401)
    assert.isNull((await world.stored(conversation)).rating)
  })

  test('a conversation without an agent can be rated', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting()
    await world.chat.conversations.close(guest.conversation, await world.agent())
    const answer = await rate(guest, guest.conversation, { rating: 1 })
    assert.equal(answer.status, 200)
  })
})
