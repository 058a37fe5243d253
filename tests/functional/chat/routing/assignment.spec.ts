import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { holders, loads, offDuty, serving, silentFor, soon } from './team.js'

async function chats(world: ChatWorld, count: number, widget = world.widget) {
  const rows = []
  for (let n = 0; n < count; n += 1) {
    const { visitor } = await world.guest({}, widget)
    const draft = { content: 'Hello', clientMessageId: crypto.randomUUID() }
    rows.push((await world.chat.messages.visitor.start(widget, visitor, draft)).conversation)
  }
  return rows
}

test.group('Who gets a conversation', () => {
  test('without serving agents all conversations wait, as before', async ({ assert }) => {
    const world = await ChatWorld.create()
    await world.chat.agents.presence.arrive(await world.agent())
    const rows = await chats(world, 2)
    assert.deepEqual(await holders(world, rows), [null, null])
    assert.isNotNull((await world.stored(rows[0])).queuedAt)
  })

  test('the least loaded is next, of equals the one who waited longest for one', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    await serving(world, 'Anna')
    await serving(world, 'Bob')
    const rows = await chats(world, 4)
    const names = await holders(world, rows)
    assert.deepEqual(names.slice(0, 2), ['Anna', 'Bob'])
    assert.sameMembers(names, ['Anna', 'Anna', 'Bob', 'Bob'])

    const anna = await world.stored(rows[names.indexOf('Anna')])
    await world.chat.conversations.resolve(anna, await world.agent('Lead'))
    assert.deepEqual(await holders(world, await chats(world, 1)), ['Anna'])
  })

  test('the conversation becomes active, and its visitor sees no agent yet', async ({ assert }) => {
    const world = await ChatWorld.create()
    await serving(world, 'Anna')
    const { browser, conversation } = await world.chatting()
    await soon(async () => (await world.stored(conversation)).agentName === 'Anna', 2000)
    const stored = await world.stored(conversation)
    assert.equal(stored.status, 'active')
    assert.isNull(stored.queuedAt)
    assert.equal(stored.queueSeconds, 0)
    const { json } = await browser.thread(conversation.externalId)
    assert.isNull(json.conversation.agent_name)
    assert.deepEqual(
      json.messages.map((message: any) => message.content),
      ['Hello']
    )
  })

  test('no agent who is away, idle, busy, offline, silent, full or not serving is assigned one', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { presence } = world.chat.agents
    await presence.choose(await serving(world, 'Away'), 'away')
    await presence.setIdle(await serving(world, 'Idle'), true)
    await presence.choose(await serving(world, 'Busy'), 'busy')
    await presence.choose(await serving(world, 'Offline'), 'offline')
    await silentFor(await serving(world, 'Silent'), 46)
    const lead = await world.agent('Lead')
    const gone = await serving(world, 'Gone')
    await world.chat.agents.roster.remove(gone, lead, 'keep')
    const [row] = await chats(world, 1)
    assert.deepEqual(await holders(world, [row]), [null])

    await serving(world, 'Full', { maxConcurrentChats: 1 })
    assert.deepEqual(await holders(world, [row, ...(await chats(world, 1))]), ['Full', null])
  })

  test('a scope of widgets, and a department, is kept to', async ({ assert }) => {
    const world = await ChatWorld.create()
    const other = await world.addWidget({ name: 'Blog' })
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    await serving(world, 'Shop only', { widgetIds: [world.widget.externalId] })
    const [blog] = await chats(world, 1, other)
    assert.deepEqual(await holders(world, [blog, ...(await chats(world, 1))]), [null, 'Shop only'])

    await serving(world, 'Everything')
    assert.deepEqual(await holders(world, [blog]), ['Everything'])
    const lead = await world.agent('Lead')
    await offDuty(world, 'Away seller', { departmentIds: [sales.externalId] })
    await world.chat.routing.transfers.toDepartment(blog, sales, lead)
    assert.deepEqual(await holders(world, [blog]), [null])
    await serving(world, 'Seller', { departmentIds: [sales.externalId] })
    assert.deepEqual(await holders(world, [blog]), ['Seller'])
  })
})

test.group('A place that frees', () => {
  const oneEach = { maxConcurrentChats: 1 }

  test('is taken by the oldest within two seconds: resolve, close, unassign, transfer', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const anna = await serving(world, 'Anna', oneEach)
    const mate = await world.agent('Mate')
    const rows = await chats(world, 5)
    const has = async (index: number) => (await world.stored(rows[index])).agentId === anna.id
    await soon(() => has(0), 2000)

    const frees = [
      () => world.chat.conversations.resolve(rows[0], anna),
      () => world.chat.conversations.close(rows[1], anna),
      () => world.chat.routing.transfers.toAgent(rows[2], mate, anna),
    ]
    for (const [index, free] of frees.entries()) {
      await free()
      assert.isBelow(await soon(() => has(index + 1)), 2000)
      assert.isFalse(await has(index + 2 < rows.length ? index + 2 : 0))
    }
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual(kept, counted)
  })

  test('comes about by arriving, by a higher maximum and by a wider scope', async ({ assert }) => {
    const world = await ChatWorld.create()
    const blog = await world.addWidget({ name: 'Blog' })
    const settings = { maxConcurrentChats: 1, departmentIds: [], widgetIds: [blog.externalId] }
    const anna = await offDuty(world, 'Anna', settings)
    const rows = await chats(world, 2)
    const given = async (count: number) =>
      (await holders(world, rows)).filter((name) => name === 'Anna').length === count
    assert.isTrue(await given(0))
    await world.chat.agents.presence.arrive(anna)
    assert.isTrue(await given(0))
    await world.chat.agents.roster.update(anna, { ...settings, widgetIds: [] })
    await soon(() => given(1), 2000)
    await world.chat.agents.roster.update(anna, {
      ...settings,
      widgetIds: [],
      maxConcurrentChats: 2,
    })
    await soon(() => given(2), 2000)
  })
})

test.group('Coming back', () => {
  test('a reopened conversation stays with its agent who has room, else it queues', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const anna = await serving(world, 'Anna', { maxConcurrentChats: 1 })
    const { browser, conversation } = await world.chatting()
    await soon(async () => (await world.stored(conversation)).agentId === anna.id, 2000)
    await world.chat.conversations.resolve(conversation, anna)
    await browser.say(conversation.externalId, 'One more thing')
    const kept = await world.stored(conversation)
    assert.deepEqual([kept.agentId, kept.status], [anna.id, 'active'])

    await world.chat.conversations.resolve(conversation, anna)
    await silentFor(await anna.refresh(), 60)
    await browser.say(conversation.externalId, 'And another')
    const queued = await world.stored(conversation)
    assert.deepEqual([queued.agentId, queued.status], [null, 'pending'])
    assert.isNotNull(queued.queuedAt)
    const { kept: load, counted } = await loads(world.tenantId)
    assert.deepEqual([load, counted], [[0], [0]])
  })

  test('what waits for an answer of an agent who is gone goes back after five minutes', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const anna = await serving(world, 'Anna')
    const rows = await chats(world, 2)
    await soon(async () => (await holders(world, rows)).every((name) => name === 'Anna'), 2000)
    await world.reply(rows[1], anna)

    await silentFor(await anna.refresh(), 4 * 60)
    await world.chat.routing.requeue.abandoned()
    assert.deepEqual(await holders(world, rows), ['Anna', 'Anna'])
    await silentFor(anna, 5 * 60 + 1)
    await world.chat.routing.requeue.abandoned()
    assert.deepEqual(await holders(world, rows), [null, 'Anna'])
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual([kept, counted], [[1], [1]])
  })
})
