import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Widget from '#chat/models/widget'
import { dialectOf } from '#chat/support/dialects'
import { drainListeners } from '#chat/support/emit_after_commit'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { statementsOf } from '#tests/helpers/statements'

const isSqlite = () => dialectOf(db.connection()).isEmbedded

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
    /** Visitor, lock, insert, update; the widget once a second. */
    assert.lengthOf([...new Set(counts)], 1)
    assert.isAtMost(counts[0], 4)
  })

  test('a message and a reply take at most six and seven with BEGIN, COMMIT and the host', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { browser, conversation } = await world.chatting()
    const say = () => browser.say(conversation.externalId)
    const reply = () => inbox.say(conversation.externalId, 'A reply')
    await reply()
    await say()
    const kept = new RegExp(`${Widget.table}|modules|settings`)
    /** Visitor, BEGIN, lock, insert, update, COMMIT. */
    assert.isAtMost(await fewest(say, kept), 6)
    await reply()
    /** User, agent, BEGIN, lock, insert, update, COMMIT. */
    assert.isAtMost(await fewest(reply, kept), 7)
  })

  test('a reply takes few, and what is not needed is not looked at', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting()
    await inbox.say(conversation.externalId, 'The first one takes it on')
    await drainListeners(5000)
    const statements = await statementsOf(async () => {
      const answer = await inbox.say(conversation.externalId, 'The second one')
      answer.assertStatus(201)
      answer.assertTextIncludes('The second one')
    })
    /** The agent, lock, insert, update. */
    assert.isAtMost(statements.length, 4)
    const looks = statements.filter(({ sql }) => sql.includes('messages') && /^select/i.test(sql))
    assert.isEmpty(looks)
  })

  test('a mark of what was read takes few', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting()
    await inbox.send(`/${conversation.externalId}/viewing`, { viewing: true })
    await drainListeners(5000)
    const statements = await statementsOf(async () => {
      ;(await inbox.send(`/${conversation.externalId}/read`, { seq: 1 })).assertStatus(204)
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
 * Of three times, the one in which no listener was still at work on what had happened before. A name leaves the
 * statements on its table out; a pattern counts all statements, the host's as well, but those that match.
 */
async function fewest(work: () => Promise<unknown>, butOf?: string | RegExp) {
  const counts = []
  const all = butOf instanceof RegExp
  for (let round = 0; round < 3; round += 1) {
    const statements = await statementsOf(work, { all })
    counts.push(statements.filter(({ sql }) => !butOf || sql.search(butOf) < 0).length)
  }
  return Math.min(...counts)
}
