import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { apiWorld } from './caller.js'

const outcomes = ({ json }: { json: any }) =>
  json.data.map(({ conversation, outcome }: any) => [conversation, outcome])

test.group('API: bulk actions', () => {
  test('each conversation has its own result', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const other = await ChatWorld.create()
    const { conversation: theirs } = await other.chatting()
    const [one, two] = [
      (await world.chatting()).conversation,
      (await world.chatting()).conversation,
    ]
    const unknown = randomUUID()
    const resolved = await api.post('/conversations/bulk', {
      ids: [one.id, two.externalId, unknown, theirs.id],
      action: 'resolve',
    })
    assert.equal(resolved.status, 200)
    assert.deepEqual(outcomes(resolved), [
      [one.id, 'done'],
      [two.externalId, 'done'],
      [unknown, 'missing'],
      [theirs.id, 'missing'],
    ])
    assert.equal((await world.stored(one)).status, 'resolved')
    const again = await api.post('/conversations/bulk', { ids: [one.id], action: 'resolve' })
    assert.deepEqual(outcomes(again), [[one.id, 'already']])
    assert.equal((await other.stored(theirs)).status, 'pending')
    assert.isAbove(agent.id, 0)
  })

  test('happens right away, without the seconds in which the inbox can undo it', async ({
    assert,
    cleanup,
  }) => {
    const { world, api } = await apiWorld()
    world.chat.config.undoSeconds = 10
    cleanup(() => void (world.chat.config.undoSeconds = 0))
    const { conversation } = await world.chatting()
    await api.post('/conversations/bulk', { ids: [conversation.id], action: 'close' })
    const { status, pendingAction } = await world.stored(conversation)
    assert.deepEqual([status, pendingAction ?? null], ['closed', null])
  })

  test('assigns, sets priorities and puts labels on', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const color = '#2563eb'
    const label = await world.chat.labels.create(world.tenantId, { name: 'Refund', color })
    const { conversation } = await world.chatting()
    const ids = [conversation.externalId]
    const run = (order: object) => api.post('/conversations/bulk', { ids, ...order })
    await run({ action: 'assign', agent_id: 'me' })
    assert.equal((await world.stored(conversation)).agentId, agent.id)
    await run({ action: 'assign', agent_id: null })
    assert.isNull((await world.stored(conversation)).agentId)
    await run({ action: 'priority', priority: 'urgent' })
    await run({ action: 'label', label: label.id })
    const { data } = (await api.get(`/conversations/${conversation.id}`)).json
    assert.equal(data.priority, 'urgent')
    assert.deepEqual(data.labels[0].id, label.id)
  })

  test('refuses an incomplete order or an unknown reference', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const ids = [(await world.chatting()).conversation.id]
    const bad: [object, string][] = [
      [{ action: 'resolve', ids: [] }, 'ids'],
      [{ action: 'delete', ids }, 'action'],
      [{ action: 'priority', ids }, 'priority'],
      [{ action: 'label', ids }, 'label'],
      [{ action: 'label', ids, label: randomUUID() }, 'label'],
      [{ action: 'assign', ids }, 'agent_id'],
      [{ action: 'assign', ids, agent_id: randomUUID() }, 'agent_id'],
      [{ action: 'resolve', ids: ['x'] }, 'ids.0'],
    ]
    for (const [body, field] of bad) {
      const { status, json } = await api.post('/conversations/bulk', body)
      assert.deepEqual([status, json.errors[0].field], [422, field], JSON.stringify(body))
    }
  })
})
