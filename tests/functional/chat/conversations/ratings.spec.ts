import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

async function resolved(world?: ChatWorld, claims = { name: 'Jane Doe' }) {
  world ??= await ChatWorld.create()
  const agent = await world.agent('Anna Agent')
  const guest = await world.chatting(claims)
  await world.reply(guest.conversation, agent)
  await world.chat.conversations.resolve(guest.conversation, agent)
  return { ...guest, world, agent }
}

const rate = ({ browser }: Guest, { externalId }: Conversation, body: object) =>
  browser.post(`/conversations/${externalId}/rate`, body)

async function totals({ id }: Agent) {
  const { totalRating, ratingsCount } = await Agent.findOrFail(id)
  return [totalRating, ratingsCount]
}

const lines = async ({ id }: Conversation) => {
  const rows = await Message.query().where({ conversation_id: id, type: 'event' }).orderBy('seq')
  return rows.filter(({ metadata }) => metadata?.event === 'rated')
}

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

  test('is refused while the conversation is open, also again after it was reopened', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting()
    const early = await rate(guest, guest.conversation, { rating: 5 })
    assert.deepEqual([early.status, early.json.errors[0].code], [409, 'E_CHAT_NOT_ENDED'])

    const ended = await resolved(world)
    await rate(ended, ended.conversation, { rating: 5 })
    await world.start(ended, 'One more thing')
    const late = await rate(ended, ended.conversation, { rating: 1 })
    assert.equal(late.status, 409)
    assert.equal((await world.stored(ended.conversation)).rating, 5)
    assert.deepEqual(await totals(ended.agent), [5, 1])
  })

  test('may be given anew when the conversation has ended again, and replaces the old one', async ({
    assert,
  }) => {
    const { world, agent, conversation, ...guest } = await resolved()
    await rate(guest, conversation, { rating: 1 })
    await world.start(guest, 'Still broken')
    const other = await world.agent('Bob Busy')
    await world.chat.conversations.assign(await world.stored(conversation), other, agent)
    await world.chat.conversations.close(await world.stored(conversation), other)
    const { json } = await guest.browser.thread(conversation.externalId)
    assert.isNull(json.conversation.rating, 'asked anew')
    const again = await rate(guest, conversation, { rating: 5 })
    assert.equal(again.status, 200)
    assert.deepEqual(
      [await totals(agent), await totals(other)],
      [
        [0, 0],
        [5, 1],
      ]
    )
  })

  test('is final after seven days, and once the visitor has begun another conversation', async ({
    assert,
  }) => {
    const { world, agent, conversation, ...guest } = await resolved()
    await rate(guest, conversation, { rating: 3 })
    const longAgo = DateTime.utc().minus({ days: 7, minutes: 1 })
    await (
      await Conversation.findOrFail(conversation.id)
    )
      .merge({ ratedAt: longAgo, resolvedAt: longAgo.minus({ minutes: 5 }) })
      .save()
    const late = await rate(guest, conversation, { rating: 5 })
    assert.deepEqual([late.status, late.json.errors[0].code], [409, 'E_CHAT_RATING_FINAL'])

    await (await Conversation.findOrFail(conversation.id)).merge({ ratedAt: DateTime.utc() }).save()
    await world.start(guest, 'Something else')
    const elsewhere = await rate(guest, conversation, { rating: 5 })
    assert.equal(elsewhere.json.errors[0].code, 'E_CHAT_RATING_FINAL')
    assert.deepEqual(await totals(agent), [3, 1])
  })

  for (const body of [
    {},
    { rating: 0 },
    { rating: 6 },
    { rating: 2.5 },
    { rating: 'good' },
    { rating: [3] },
    { rating: 3, feedback: 'x'.repeat(2001) },
    { rating: 3, feedback: { a: 1 } },
  ]) {
    test(`${JSON.stringify(body).slice(0, 40)} is refused`, async ({ assert }) => {
      const { world, conversation, ...guest } = await resolved()
      const answer = await rate(guest, conversation, body)
      assert.equal(answer.status, 422)
      assert.equal(answer.json.errors[0].field, 'feedback' in body ? 'feedback' : 'rating')
      assert.isNull((await world.stored(conversation)).rating)
    })
  }

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

  test('agents see it in the thread, the panel and the row when it is bad; the line stays inside', async ({
    client,
    assert,
  }) => {
    const { world, conversation, ...guest } = await resolved()
    const evil = 'Rude <img src=x onerror=alert(1)>'
    await rate(guest, conversation, { rating: 2, feedback: evil })
    const inbox = new InboxClient(client, await world.user())
    const page = (await inbox.page(`/${conversation.externalId}?filter=resolved`)).text()
    assert.include(page, 'Jane Doe rated this chat 2/5')
    assert.include(page, 'aria-label="Rating"')
    assert.include(page, 'Rated 2 of 5</span>')
    assert.notInclude(page, '<img src=x')

    const [line] = await lines(conversation)
    assert.equal(line.visibility, 'internal')
    assert.notInclude((await guest.browser.thread(conversation.externalId)).text, 'rated this')

    await rate(guest, conversation, { rating: 3 })
    const list = (await inbox.page('?filter=resolved')).text()
    const shown = list.replace(/<template[\s\S]*?<\/template>/g, '')
    assert.notInclude(shown, 'chat-rated')
  })

  test('a conversation without an agent can be rated', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting()
    await world.chat.conversations.close(guest.conversation, await world.agent())
    const answer = await rate(guest, guest.conversation, { rating: 1 })
    assert.equal(answer.status, 200)
  })

  test('the widget learns whether to ask for a rating', async ({ assert }) => {
    const asking = await ChatWorld.create()
    const quiet = await ChatWorld.create({ askRating: false })
    const asked = await Promise.all(
      [asking, quiet].map(
        async (world) => (await (await world.guest()).browser.get('/config')).json
      )
    )
    assert.deepEqual(
      asked.map(({ ask_rating: it }) => it),
      [true, false]
    )
  })
})
