import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import { chatTable } from '#chat/models/chat_model'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { WidgetClient } from '#tests/helpers/widget_client'
import { serving, soon } from './team.js'

const OFFICE = '198.51.100.7'

/** Lets one address have this many conversations under way for as long as a test lasts. */
function allow(most: number, { chat: { config } }: ChatWorld, cleanup: (undo: () => void) => void) {
  const { openConversationsPerAddress } = config
  cleanup(() => void Object.assign(config, { openConversationsPerAddress }))
  config.openConversationsPerAddress = most
}

/** The first message of a visitor behind an address, over HTTP as the widget sends it. */
async function startFrom(address: string, world: ChatWorld, id: string = randomUUID()) {
  const headers = { 'X-Forwarded-For': address }
  const stranger = new WidgetClient(world.widget.publicKey).with({ headers })
  const { json } = await stranger.post('/session')
  const browser = stranger.with({ token: json.visitor_token })
  return { browser, id, answer: await browser.start('Hello', id) }
}

/** Conversations that come one after the other, each named by its letter: the same letter is the same address. */
async function queueOf(world: ChatWorld, letters: string) {
  const rows: { letter: string; conversation: Conversation }[] = []
  for (const letter of letters) {
    const { visitor } = await world.guest()
    const { conversation } = await world.chat.messages.visitor.start(
      world.widget,
      visitor,
      { content: letter, clientMessageId: randomUUID() },
      { ipAddress: `198.51.100.${letter.charCodeAt(0)}` }
    )
    rows.push({ letter, conversation })
  }
  return rows
}

/**
 * Who is served, by an agent who takes one at a time and ends it. While the n-th is served more come, as `more` says
 * of n.
 */
async function servedOf(
  world: ChatWorld,
  rows: Awaited<ReturnType<typeof queueOf>>,
  more: Record<number, string> = {}
) {
  const anna = await serving(world, 'Anna', { maxConcurrentChats: 1 })
  const waiting = [...rows]
  const active = () => Conversation.query().where({ tenant_id: world.tenantId, status: 'active' })
  let served = ''
  while (waiting.length) {
    await soon(async () => {
      await world.chat.routing.pickUp(world.tenantId)
      return active().first()
    })
    const [current] = await active()
    const at = waiting.findIndex(({ conversation: { id } }) => id === current.id)
    served += waiting[at].letter
    waiting.splice(at, 1)
    waiting.push(...(await queueOf(world, more[served.length] ?? '')))
    await world.chat.conversations.resolve(current, anna)
  }
  return served
}

test.group('One address', () => {
  test('gets as many chats under way as it may, and not one more, however many come at the same time', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const most = world.chat.config.openConversationsPerAddress
    const started = await Promise.all(
      Array.from({ length: most + 30 }, () => startFrom(OFFICE, world))
    )
    const refused = started.filter(({ answer }) => answer.status !== 201)
    assert.lengthOf(refused, 30)
    for (const { answer } of refused) {
      assert.equal(answer.status, 429)
      assert.isAbove(Number(answer.headers.get('retry-after')), 0)
      assert.equal(answer.json.errors[0].code, 'E_CHAT_TOO_MANY_FROM_ADDRESS')
      assert.match(answer.json.errors[0].message, /^Many chats from your network/)
    }
    assert.equal((await startFrom('198.51.100.8', world)).answer.status, 201)
    assert.equal((await startFrom(OFFICE, await ChatWorld.create())).answer.status, 201)
  }).timeout(60_000)

  test('goes on with what it has begun, and begins anew once an agent has answered or ended one', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    allow(2, world, cleanup)
    const agent = await world.agent()
    const [first, second] = [await startFrom(OFFICE, world), await startFrom(OFFICE, world)]
    const third = await startFrom(OFFICE, world)
    assert.equal(third.answer.status, 429)
    assert.equal((await first.browser.start('Hello', first.id)).status, 200)
    assert.equal((await first.browser.start('More')).status, 201)

    const of = ({ answer }: typeof first) =>
      world.chat.inbox.conversation(world.tenantId, answer.json.conversation.id)
    await world.reply(await of(first), agent, 'An answer')
    assert.equal((await third.browser.start('Hello', third.id)).status, 201)
    await world.chat.conversations.resolve(await of(second), agent)
    const fourth = await startFrom(OFFICE, world)
    assert.equal(fourth.answer.status, 201)

    const reopened = await second.browser.say(second.answer.json.conversation.id, 'Again')
    assert.deepEqual(
      [reopened.status, reopened.json.errors[0].code],
      [429, 'E_CHAT_TOO_MANY_FROM_ADDRESS']
    )
    await world.chat.conversations.resolve(await of(fourth), agent)
    assert.equal((await second.browser.start('Again')).status, 201)
  })

  test('is an IPv6 network of 64 bits, and counts for nothing where no limit is set', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    allow(1, world, cleanup)
    assert.equal((await startFrom('2001:db8:4a:1::1', world)).answer.status, 201)
    assert.equal((await startFrom('2001:db8:4a:1:9::2', world)).answer.status, 429)
    assert.equal((await startFrom('2001:db8:4a:2::1', world)).answer.status, 201)
    world.chat.config.openConversationsPerAddress = 0
    assert.equal((await startFrom('2001:db8:4a:1::3', world)).answer.status, 201)
  })
})

test.group('The queue goes by turns of addresses', () => {
  test('{order} are served as {served}')
    .with([
      { order: 'abcd', served: 'abcd' },
      { order: 'aaaabc', served: 'abcaaa' },
      { order: 'aabbc', served: 'abcab' },
      { order: 'abaacbad', served: 'abcdabaa' },
    ])
    .run(async ({ assert }, { order, served }) => {
      const world = await ChatWorld.create()
      assert.equal(await servedOf(world, await queueOf(world, order)), served)
    })

  test('which those who come later have, too, without delaying the others without end', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const crowd = await queueOf(world, 'aaaaaa')
    assert.equal(await servedOf(world, crowd, { 3: 'bc', 4: 'dab' }), 'aaabcdbaaaa')
  })

  test('visitors are served in the positions that they see', async ({ assert }) => {
    const world = await ChatWorld.create()
    const rows = await queueOf(world, 'aaabacb')
    const anna = await serving(world, 'Anna', { maxConcurrentChats: 1 })
    await anna.merge({ currentChatsCount: 1 }).save()
    world.chat.routing.queue.forget(world.tenantId)
    const announced = new Map<number, string>()
    for (const { conversation } of rows) {
      const stored = await world.stored(conversation)
      const place = await world.chat.routing.queue.positionOf(stored)
      announced.set(place!.position, conversation.displayNumber)
    }
    const first = await world.chat.routing.queue.first(world.tenantId, 20)
    assert.deepEqual(
      first.map(({ displayNumber }, index) => [index + 1, displayNumber]),
      [...announced].sort(([a], [b]) => a - b)
    )
    const numbers = new Map(rows.map((row) => [row.conversation.displayNumber, row.letter]))
    assert.equal(first.map(({ displayNumber }) => numbers.get(displayNumber)).join(''), 'abcabaa')
    assert.equal(await servedOf(world, rows), 'abcabaa')
  })

  test('and what comes back into the queue takes its turn behind those of its address', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const rows = await queueOf(world, 'aab')
    const anna = await world.agent('Zoe')
    for (const { conversation } of rows.slice(0, 2)) {
      await world.chat.conversations.assign(conversation, anna, anna)
    }
    for (const { conversation } of rows.slice(0, 2)) {
      await world.chat.conversations.unassign(await world.stored(conversation), anna)
    }
    assert.equal(await servedOf(world, rows), 'aba')
  })

  test('and giving one out takes no statement more while every address has one', async ({
    assert,
  }) => {
    const recorded = async (letters: string) => {
      const world = await ChatWorld.create()
      const rows = await queueOf(world, letters)
      const statements = await statementsOf(() => servedOf(world, rows))
      return statements.filter(
        ({ sql }) => /^update/i.test(sql) && sql.includes(chatTable('counters'))
      ).length
    }
    assert.equal(await recorded('abc'), 0)
    assert.equal(await recorded('aaa'), 2)
  })
})
