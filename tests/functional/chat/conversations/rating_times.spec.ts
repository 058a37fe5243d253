import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { lines, rate, resolved, totals } from './rated.js'

test.group('When a conversation is rated, and where that shows', () => {
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
