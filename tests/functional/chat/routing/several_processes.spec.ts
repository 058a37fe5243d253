import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { isDatabaseBusy } from '#crm/exceptions/busy'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ServerProcess } from '#tests/helpers/server_process'
import type { WidgetClient } from '#tests/helpers/widget_client'
import { loads, serving, soon } from './team.js'

const CONVERSATIONS = 200
const AGENTS = 10
const CAPACITY = 3

test.group('Several servers assign from one queue', (group) => {
  let servers: ServerProcess[] = []

  group.setup(async () => {
    servers = await Promise.all([1, 2, 3].map(() => ServerProcess.start()))
  })
  group.teardown(async () => {
    await Promise.all(servers.map((server) => server.stop()))
  })

  test('no agent exceeds their maximum, no conversation is assigned twice, the oldest come first', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    for (let n = 0; n < AGENTS; n += 1) {
      await serving(world, `Agent ${n}`, { maxConcurrentChats: CAPACITY })
    }
    const guests = []
    for (let n = 0; n < CONVERSATIONS; n += 1) guests.push(await world.guest())

    let isFilling = true
    const spreads: number[] = []
    const watch = async () => {
      while (isFilling) {
        const { kept } = await loads(world.tenantId)
        assert.isAtMost(Math.max(...kept), CAPACITY)
        spreads.push(Math.max(...kept) - Math.min(...kept))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const watching = watch()
    await inWaves(guests, 20, ({ browser }, index) =>
      sent(browser.with({ server: servers[index % servers.length].url }))
    )
    const full = async () => (await loads(world.tenantId)).kept.every((load) => load === CAPACITY)
    await soon(full, 15_000)
    isFilling = false
    await watching

    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual(kept, Array(AGENTS).fill(CAPACITY))
    assert.deepEqual(counted, kept)
    assert.isAtMost(Math.max(...spreads), 1)

    const rows = await Conversation.query().where('tenant_id', world.tenantId)
    assert.lengthOf(rows, CONVERSATIONS)
    assert.lengthOf(
      rows.filter(({ queuedAt }) => queuedAt !== null),
      CONVERSATIONS - AGENTS * CAPACITY
    )
    const lines = await Message.query().where({ tenant_id: world.tenantId, type: 'event' })
    const assigned = lines.filter(({ metadata }) => metadata?.event === 'assigned')
    const once = new Set(assigned.map(({ conversationId }) => conversationId))
    assert.deepEqual([assigned.length, once.size], [AGENTS * CAPACITY, AGENTS * CAPACITY])
  }).timeout(90_000)

  test('capacity released concurrently goes to the oldest conversations, once each', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agents: Agent[] = []
    for (let n = 0; n < AGENTS; n += 1) {
      agents.push(await serving(world, `Agent ${n}`, { maxConcurrentChats: CAPACITY }))
    }
    const rows: Conversation[] = []
    for (let n = 0; n < 60; n += 1) rows.push((await world.chatting()).conversation)
    const taken = () =>
      Conversation.query().where('tenant_id', world.tenantId).whereNotNull('agent_id').orderBy('id')
    await soon(async () => (await taken()).length === 30, 15_000)
    assert.sameMembers(
      (await taken()).map(({ id }) => id),
      rows.slice(0, 30).map(({ id }) => id)
    )

    await Promise.all(
      (await taken()).map((row) => world.chat.conversations.resolve(row, agents[0]))
    )
    await soon(async () => (await taken()).length === 60, 15_000)
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual(kept, Array(AGENTS).fill(CAPACITY))
    assert.deepEqual(counted, kept)
  }).timeout(60_000)

  test('who comes while one address floods the queue is served in the next round of it', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const most = world.chat.config.openConversationsPerAddress
    const flood = { 'X-Forwarded-For': '198.51.100.66' }
    const flooders = []
    for (let n = 0; n < most + 15; n += 1) flooders.push(await world.guest())
    const statuses: number[] = []
    await inWaves(flooders, 15, async ({ browser }, index) => {
      const { url: server } = servers[index % servers.length]
      statuses.push((await browser.with({ server, headers: flood }).start('Buy this')).status)
    })
    const letIn = statuses.filter((status) => status === 201).length
    assert.isAtLeast(letIn, most)
    assert.isAtMost(letIn, most + servers.length - 1)
    assert.includeMembers(statuses, [429])

    const anna = await serving(world, 'Anna', { maxConcurrentChats: 1 })
    const taken = () =>
      Conversation.query().where({ tenant_id: world.tenantId, status: 'active' }).first()
    await soon(taken)
    const others: number[] = []
    for (let n = 0; n < 5; n += 1) others.push((await world.chatting()).conversation.id)
    const served: number[] = []
    while (!others.every((id) => served.includes(id))) {
      await soon(taken)
      const current = (await taken())!
      served.push(current.id)
      await world.chat.conversations.resolve(current, anna)
    }
    // In a round, each process may have let in one of the address
    assert.isAtMost(served.length, others.length + servers.length)
    assert.deepEqual(
      served.filter((id) => others.includes(id)),
      others
    )
  }).timeout(90_000)

  test('where what awaits the visitor does not count, each answer makes room for one, everywhere', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agents = new Map<number | null, Agent>()
    for (let n = 0; n < AGENTS / 2; n += 1) {
      const agent = await serving(world, `Agent ${n}`, { maxConcurrentChats: 2 })
      agents.set(agent.id, agent)
    }
    await world.chat.agents.teamSettings.change(world.tenantId, { awaitingVisitorCounts: false })
    const guests = []
    for (let n = 0; n < 60; n += 1) guests.push(await world.guest())
    const inStatus = (status: string) =>
      Conversation.query().where({ tenant_id: world.tenantId, status })

    let isAtWork = true
    const answer = async () => {
      while (isAtWork) {
        for (const row of await inStatus('active')) {
          await soon(() => world.reply(row, agents.get(row.agentId)!).then(() => true, unlessBusy))
        }
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }
    const watch = async () => {
      while (isAtWork) {
        const { counted, awaiting } = await loads(world.tenantId)
        counted.forEach((all, index) => assert.isAtMost(all - awaiting.counted[index], 2))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const work = [answer(), watch()]
    await inWaves(guests, 12, ({ browser }, index) =>
      sent(browser.with({ server: servers[index % servers.length].url }))
    )
    await soon(async () => (await inStatus('waiting')).length === 60, 30_000)
    isAtWork = false
    await Promise.all(work)

    const { awaiting } = await loads(world.tenantId)
    assert.deepEqual(awaiting.kept, awaiting.counted)
    assert.equal(
      awaiting.kept.reduce((sum, count) => sum + count, 0),
      60
    )
  }).timeout(90_000)
})

/** Sends a first message as a widget does: again, under the same id, while the server says that it is busy. */
async function sent(browser: WidgetClient) {
  const id = randomUUID()
  await soon(async () => {
    const { status, text } = await browser.start('Hello', id)
    if (![200, 201, 429, 503].includes(status)) throw new Error(`Not stored: ${status} ${text}`)
    return status < 300
  }, 30_000)
}

/** False where the database is busy for the moment. */
function unlessBusy(error: Error) {
  if (!isDatabaseBusy(error)) throw error
  return false
}

async function inWaves<T>(
  all: T[],
  size: number,
  work: (one: T, index: number) => Promise<unknown>
) {
  for (let at = 0; at < all.length; at += size) {
    await Promise.all(all.slice(at, at + size).map((one, index) => work(one, at + index)))
  }
}
