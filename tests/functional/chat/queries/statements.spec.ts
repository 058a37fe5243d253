import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { settingsVersion } from '#chat/services/settings/settings_version'
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
      counts.push(await fewest(() => browser.say(conversation.externalId)))
      for (let n = 0; n < 5; n += 1) await browser.say(conversation.externalId)
    }
    /** Visitor, lock, insert, update. */
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
    /** Visitor, BEGIN, lock, insert, update, COMMIT. */
    assert.isAtMost(await fewest(say, ALL, calmly), 6)
    await reply()
    /** User, agent, BEGIN, lock, insert, update, COMMIT. */
    assert.isAtMost(await fewest(reply, ALL, calmly), 7)
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

/** All statements, the host's as well, with BEGIN and COMMIT. */
const ALL = { all: true }

/** A while in which nothing is asked for, as on a calm site: longer than anything is kept without a look. */
async function calmly() {
  await wait(1100)
  await settingsVersion.look()
}

/** Of three times, the one in which no listener was still at work on what had happened before. */
async function fewest(work: () => Promise<unknown>, which = {}, before = async () => {}) {
  const counts = []
  for (let round = 0; round < 3; round += 1) {
    await before()
    counts.push((await statementsOf(work, which)).length)
  }
  return Math.min(...counts)
}
