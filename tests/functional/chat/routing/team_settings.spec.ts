import { test } from '@japa/runner'
import Agent from '#chat/models/agent'
import AuditEntry from '#chat/models/audit_entry'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { holders, loads, serving, soon } from './team.js'

const OFF = { awaitingVisitorCounts: false }

/** Anna, who has room for one and has one, and two who wait. */
async function full() {
  const world = await ChatWorld.create()
  const anna = await serving(world, 'Anna', { maxConcurrentChats: 1 })
  const first = await world.chatting()
  const second = await world.chatting()
  const third = await world.chatting()
  const conversations = [first, second, third].map(({ conversation }) => conversation)
  const held = () => holders(world, conversations)
  await soon(async () => (await held())[0] === 'Anna')
  return { world, anna, first, second, third, held }
}

test.group('Conversations that await the visitor', () => {
  test('count towards the maximum until an admin decides otherwise', async ({ assert }) => {
    const { world, anna, first, held } = await full()
    await world.reply(first.conversation, anna)
    assert.deepEqual(await held(), ['Anna', null, null])
    assert.equal(world.chat.agents.presence.statusOf(await anna.refresh()), 'busy')
  })

  test('leave room for the next in the queue where they do not count', async ({ assert }) => {
    const { world, anna, first, second, held } = await full()
    await world.chat.agents.teamSettings.change(world.tenantId, OFF)
    assert.deepEqual(await held(), ['Anna', null, null])
    await world.reply(first.conversation, anna)
    await soon(async () => (await world.stored(second.conversation)).agentId === anna.id)
    assert.deepEqual(await held(), ['Anna', 'Anna', null])
  })

  test('may bring more than the maximum when visitors answer, and nothing on top', async ({
    assert,
  }) => {
    const { world, anna, first, second, held } = await full()
    await world.chat.agents.teamSettings.change(world.tenantId, OFF)
    await world.reply(first.conversation, anna)
    await soon(async () => (await held())[1] === 'Anna')
    await world.start(first, 'One more thing')
    assert.equal((await world.stored(first.conversation)).agentId, anna.id)
    await world.reply(second.conversation, anna)
    assert.deepEqual(await held(), ['Anna', 'Anna', null])
    await world.reply(first.conversation, anna)
    await soon(async () => (await held())[2] === 'Anna')
  })

  test('keep all their counts when the choice changes, and the queue is served', async ({
    assert,
  }) => {
    const { world, anna, first, held } = await full()
    await world.reply(first.conversation, anna)
    const before = await loads(world.tenantId)
    await world.chat.agents.teamSettings.change(world.tenantId, OFF)
    await soon(async () => (await world.chat.routing.queue.length(world.tenantId)) === 1)
    assert.deepEqual(await held(), ['Anna', 'Anna', null])
    assert.deepEqual(before.kept, [1])
    await world.chat.agents.teamSettings.change(world.tenantId, { awaitingVisitorCounts: true })
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual([kept, counted], [[2], [2]])
  })

  test('decide who has the lowest load', async ({ assert }) => {
    const world = await ChatWorld.create()
    await world.chat.agents.teamSettings.change(world.tenantId, OFF)
    const anna = await serving(world, 'Anna')
    const [one, two] = [await world.chatting(), await world.chatting()]
    await holders(world, [one.conversation, two.conversation])
    await world.reply(one.conversation, anna)
    await world.reply(two.conversation, anna)
    const ben = await serving(world, 'Ben')
    await world.chat.conversations.assign((await world.chatting()).conversation, ben, ben)
    const next = await world.chatting()
    assert.deepEqual(await holders(world, [next.conversation]), ['Anna'])
  })

  test('hold for an agent who is added later, and for no other tenant', async ({ assert }) => {
    const world = await ChatWorld.create()
    const other = await ChatWorld.create()
    const stranger = await serving(other, 'Stranger')
    await world.chat.agents.teamSettings.change(world.tenantId, OFF)
    const ben = await serving(world, 'Ben')
    const countsFor = async ({ id }: Agent) => (await Agent.findOrFail(id)).awaitingVisitorCounts
    assert.isFalse(await countsFor(ben))
    assert.isTrue(await countsFor(stranger))
    assert.isTrue((await world.chat.agents.teamSettings.of(other.tenantId)).awaitingVisitorCounts)
  })
})

test.group('The choice whether they count', () => {
  test('is made on the page of the agents, by those who manage the chat', async ({
    client,
    assert,
  }) => {
    const { world, anna, first } = await full()
    await world.reply(first.conversation, anna)
    const admin = await world.user('owner', 'Olga Owner')
    const inbox = new InboxClient(client, admin)
    const put = (form: object, user = admin) =>
      client.put('/chat/agents/settings').loginAs(user).withCsrfToken().redirects(0).form(form)
    const box = /name="awaiting_visitor_counts" value="1" checked/
    assert.match((await inbox.page('/agents')).text(), box)
    ;(await put({}, await world.user('employee', 'Eve'))).assertStatus(403)
    assert.match((await inbox.page('/agents')).text(), box)

    assert.equal((await put({})).header('location'), '/chat/agents')
    await soon(async () => (await world.chat.routing.queue.length(world.tenantId)) === 1)
    const page = (await inbox.page('/agents')).text()
    assert.notMatch(page, box)
    assert.match(page, /1 of 1\s*<span class="chat-muted"> \+ 1 awaiting visitor/)
    const [entry] = await AuditEntry.query().where({ tenant_id: world.tenantId, area: 'setting' })
    assert.deepEqual(
      [entry.action, entry.userId, entry.changed],
      ['setting.updated', String(admin.id), ['awaitingVisitorCounts']]
    )
    await put({})
    await put({ awaiting_visitor_counts: '1' })
    assert.match((await inbox.page('/agents')).text(), box)
    assert.lengthOf(
      await AuditEntry.query().where({ tenant_id: world.tenantId, area: 'setting' }),
      2
    )
  })

  test('is made over the API', async ({ assert }) => {
    const { world, anna, first } = await full()
    await world.reply(first.conversation, anna)
    const api = await ApiCaller.for(await world.user('manager', 'Mia'))
    const path = '/agents/settings'
    assert.deepEqual((await api.get(path)).json.data, { awaiting_visitor_counts: true })
    const agent = (await api.get(`/agents/${anna.externalId}`)).json.data
    assert.containsSubset(agent, { current_chats_count: 1, awaiting_chats_count: 1 })
    assert.equal(agent.effective_status, 'busy')
    assert.deepEqual((await api.put(path, {})).json.data, { awaiting_visitor_counts: true })
    assert.equal((await api.put(path, { awaiting_visitor_counts: 'yes' })).status, 422)
    const off = await api.put(path, { awaiting_visitor_counts: false })
    assert.deepEqual(off.json.data, { awaiting_visitor_counts: false })
    assert.deepEqual((await api.get(path)).json.data, { awaiting_visitor_counts: false })

    const employee = await ApiCaller.for(await world.user('employee', 'Eve'))
    assert.equal((await employee.get(path)).status, 200)
    assert.equal((await employee.put(path, { awaiting_visitor_counts: true })).status, 403)
  })
})
