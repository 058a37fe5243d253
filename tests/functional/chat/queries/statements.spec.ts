import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Widget from '#chat/models/widget'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'

const isSqlite = () => db.connection().dialect.name !== 'mysql'

test.group('How many statements things take', () => {
  test('a message takes the same few, whatever came before it', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await browser.say(conversation.externalId)
    const counts = []
    for (let round = 0; round < 3; round += 1) {
      const statements = await statementsOf(() => browser.say(conversation.externalId))
      counts.push(statements.filter(({ sql }) => !sql.includes(Widget.table)).length)
      for (let n = 0; n < 5; n += 1) await browser.say(conversation.externalId)
    }
    /** Visitor, lock (two on SQLite), insert, update; the widget once a second. */
    assert.lengthOf([...new Set(counts)], 1)
    assert.isAtMost(counts[0], isSqlite() ? 5 : 4)
  })

  test('a page of the inbox takes the same few, however many rows it has', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const page = async (limit: number) => {
      const request = { filter: 'open', agentId: agent.id, limit } as const
      const { conversations } = await world.chat.inbox.list(world.tenantId, request)
      assert.lengthOf(conversations, limit)
    }
    for (let n = 0; n < 25; n += 1) {
      const { conversation } = await world.chatting()
      if (n % 2) await world.chat.conversations.assign(conversation, agent, agent)
    }
    /** Which conversations, those, their visitors, their widgets, their labels. */
    assert.isAtMost(await fewest(() => page(5)), 5)
    assert.isAtMost(await fewest(() => page(25)), 5)
  })

  test('a thread takes the same few, however long it is', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { browser, conversation } = await world.chatting()
    const count = () => fewest(() => browser.thread(conversation.externalId))
    const before = await count()
    for (let n = 0; n < 30; n += 1) await world.reply(conversation, agent, `Reply ${n}`)
    assert.equal(await count(), before)
  })
})

/** Of three times, the one in which no listener was still at work on what had happened before. */
async function fewest(work: () => Promise<unknown>) {
  const counts = []
  for (let round = 0; round < 3; round += 1) counts.push((await statementsOf(work)).length)
  return Math.min(...counts)
}
