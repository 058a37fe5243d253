import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Widget from '#chat/models/widget'
import { ChatWorld } from '#tests/helpers/chat_world'
import { Desk } from '../inbox/desk.js'
import { statementsOf } from '#tests/helpers/statements'

const isSqlite = () => db.connection().dialect.name !== 'mysql'

test.group('How many statements things take', () => {
  test('a message takes the same few, whatever came before it', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await browser.say(conversation.externalId)
    const counts = []
    for (let round = 0; round < 3; round += 1) {
      counts.push(await fewest(() => browser.say(conversation.externalId), Widget.table))
      for (let n = 0; n < 5; n += 1) await browser.say(conversation.externalId)
    }
    /** Visitor, lock (two on SQLite), insert, update; the widget once a second. */
    assert.lengthOf([...new Set(counts)], 1)
    assert.isAtMost(counts[0], isSqlite() ? 5 : 4)
  })

  test('a reply takes few, and what is not needed is not looked at', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const desk = new Desk(client, await world.user())
    const { conversation } = await world.chatting()
    await desk.say(conversation.externalId, 'The first one takes it on')
    const statements = await statementsOf(async () => {
      const answer = await desk.say(conversation.externalId, 'The second one')
      answer.assertStatus(201)
      answer.assertTextIncludes('The second one')
    })
    /** The agent, lock (two on SQLite), insert, update. */
    assert.isAtMost(statements.length, isSqlite() ? 5 : 4)
    const looks = statements.filter(({ sql }) => sql.includes('messages') && /^select/i.test(sql))
    assert.isEmpty(looks)
  })

  test('a mark of what was read takes few', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const desk = new Desk(client, await world.user())
    const { conversation } = await world.chatting()
    await desk.send(`/${conversation.externalId}/viewing`, { viewing: true })
    const statements = await statementsOf(async () => {
      ;(await desk.send(`/${conversation.externalId}/read`, { seq: 1 })).assertStatus(204)
    })
    /** The agent, the conversation, lock (two on SQLite), its messages, what the visitor sees of them, update. */
    assert.isAtMost(statements.length, isSqlite() ? 7 : 6)
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
    await world.reply(conversation, agent, 'With an agent, their presence is looked up')
    const count = () => fewest(() => browser.thread(conversation.externalId))
    await world.reply(conversation, agent, 'An agent takes part')
    const before = await count()
    for (let n = 0; n < 30; n += 1) await world.reply(conversation, agent, `Reply ${n}`)
    assert.equal(await count(), before)
  })
})

/**
 * Of three times, the one in which no listener was still at work on what had happened before; statements on
 * one table may be left out.
 */
async function fewest(work: () => Promise<unknown>, butOf?: string) {
  const counts = []
  for (let round = 0; round < 3; round += 1) {
    const statements = await statementsOf(work)
    counts.push(statements.filter(({ sql }) => !butOf || !sql.includes(butOf)).length)
  }
  return Math.min(...counts)
}
