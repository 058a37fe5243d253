import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { offDuty } from '#tests/functional/chat/routing/team'
import { ChatWorld } from '#tests/helpers/chat_world'

async function manager() {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Mia Manager')
  return { world, user, api: await ApiCaller.for(user) }
}

test.group('API: agents', () => {
  test('a user is added, changed and removed', async ({ assert }) => {
    const { world, api } = await manager()
    const user = await world.user('employee', 'Ben Agent')
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    const added = await api.post('/agents', {
      user_id: user.id,
      department_ids: [sales.externalId],
    })
    assert.equal(added.status, 201)
    assert.containsSubset(added.json.data, {
      user_id: user.id,
      name: 'Ben Agent',
      effective_status: 'offline',
      max_concurrent_chats: 5,
      current_chats_count: 0,
      total_chats_count: 0,
      total_rating: 0,
      ratings_count: 0,
      department_ids: [sales.externalId],
      widget_ids: [],
      last_active_at: null,
    })
    const path = `/agents/${added.json.data.uuid}`
    const { json } = await api.put(path, { max_concurrent_chats: 2 })
    assert.containsSubset(json.data, {
      max_concurrent_chats: 2,
      department_ids: [sales.externalId],
    })
    const scoped = await api.put(path, {
      department_ids: [],
      widget_ids: [world.widget.externalId],
    })
    assert.deepEqual(scoped.json.data.department_ids, [])
    assert.deepEqual(scoped.json.data.widget_ids, [world.widget.externalId])

    const list = (await api.get('/agents')).json
    assert.deepEqual(
      list.data.map(({ name, is_serving: serves }: any) => [name, serves]),
      [
        ['Mia Manager', false],
        ['Ben Agent', true],
      ]
    )
    assert.equal(list.meta.total, 2)
    assert.equal((await api.delete(path)).status, 204)
    assert.isFalse((await api.get(path)).json.data.is_serving)
    for (const again of [await api.delete(path), await api.put(path, {})]) {
      assert.deepEqual([again.status, again.json.errors[0].code], [409, 'E_CHAT_AGENT_NOT_SERVING'])
    }
  })

  test('a user is not added twice, and keeps their settings', async ({ assert }) => {
    const { world, api } = await manager()
    const user = await world.user('employee', 'Ben Agent')
    const added = await api.post('/agents', { user_id: user.id, max_concurrent_chats: 2 })
    const { status, json } = await api.post('/agents', { user_id: user.id })
    assert.equal(status, 409)
    assert.containsSubset(json.errors[0], {
      code: 'E_CHAT_AGENT_EXISTS',
      field: 'user_id',
      rule: 'unique',
    })
    const stays = (await api.get(`/agents/${added.json.data.id}`)).json.data
    assert.equal(stays.max_concurrent_chats, 2)
  })

  test('the list has every agent, page by page, or only serving ones', async ({ assert }) => {
    const { world, api } = await manager()
    const helper = await world.agent('Hanna Helper')
    const server = await offDuty(world, 'Ben Agent')
    const { conversation } = await world.chatting()
    await api.post(`/conversations/${conversation.id}/assign`, { agent_id: helper.id })
    const names: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await api.get(`/agents?limit=1&cursor=${cursor}`)
      assert.isAtMost(json.data.length, 1)
      names.push(...json.data.map(({ name }: any) => name))
      cursor = json.meta.next_cursor
    }
    assert.sameMembers(names, ['Mia Manager', 'Hanna Helper', 'Ben Agent'])
    const serving = (await api.get('/agents?serving=true')).json.data
    assert.deepEqual(
      serving.map(({ id }: any) => id),
      [server.id]
    )
    const owner = (await api.get(`/conversations/${conversation.id}`)).json.data.agent_id
    assert.equal((await api.get(`/agents/${owner}`)).json.data.name, 'Hanna Helper')
  })

  test('removing an agent can return their chats to the queue', async ({ assert }) => {
    const { world, api } = await manager()
    const user = await world.user('employee', 'Ben Agent')
    const { uuid, id } = (await api.post('/agents', { user_id: String(user.id) })).json.data
    const { conversation } = await world.chatting()
    await api.post(`/conversations/${conversation.externalId}/assign`, { agent_id: id })
    assert.equal((await api.delete(`/agents/${uuid}?then=nothing`)).status, 422)
    assert.equal((await api.delete(`/agents/${uuid}?then=requeue`)).status, 204)
    assert.isNull((await world.stored(conversation)).agentId)
  })

  test('refuses what cannot be', async ({ assert }) => {
    const { world, api } = await manager()
    const other = await ChatWorld.create()
    const stranger = await other.user()
    const user = await world.user()
    const bad: object[] = [
      {},
      { user_id: stranger.id },
      { user_id: {} },
      { user_id: user.id, max_concurrent_chats: 0 },
      { user_id: user.id, max_concurrent_chats: '3' },
      { user_id: user.id, department_ids: 'all' },
      { user_id: user.id, widget_ids: ['x'] },
    ]
    for (const body of bad) {
      const { status, json } = await api.post('/agents', body)
      assert.equal(status, 422, JSON.stringify(body))
      assert.isString(json.errors[0].field)
    }
    assert.deepEqual((await api.get('/agents?serving=true')).json.data, [])
  })

  test('an unknown widget does not become every widget', async ({ assert }) => {
    const { world, api } = await manager()
    const other = await ChatWorld.create()
    const sales = await other.chat.routing.departments.create(other.tenantId, 'Sales')
    const user = await world.user('employee', 'Ben Agent')
    const own = [world.widget.externalId]
    const { uuid } = (await api.post('/agents', { user_id: user.id, widget_ids: own })).json.data
    for (const ids of [
      { widget_ids: [other.widget.externalId] },
      { widget_ids: [...own, randomUUID()] },
      { department_ids: [sales.externalId] },
    ]) {
      const { status, json } = await api.put(`/agents/${uuid}`, ids)
      const [{ code, field, rule }] = json.errors
      assert.deepEqual([status, code], [422, 'E_CHAT_SCOPE_UNKNOWN'])
      assert.deepEqual([field, rule], [Object.keys(ids)[0], 'known'])
    }
    assert.deepEqual((await api.get(`/agents/${uuid}`)).json.data.widget_ids, own)
  })

  test('an agent of a deleted widget serves no other', async ({ assert }) => {
    const { world, api } = await manager()
    const user = await world.user('employee', 'Ben Agent')
    const own = [world.widget.externalId]
    const { uuid } = (await api.post('/agents', { user_id: user.id, widget_ids: own })).json.data
    await api.delete(`/widgets/${world.widget.externalId}`)
    await api.put(`/agents/${uuid}`, { max_concurrent_chats: 9 })
    const { agent, scope } = await world.chat.agents.roster.find(world.tenantId, uuid)
    assert.equal(agent.maxConcurrentChats, 9)
    assert.deepEqual(scope.widgetIds, [world.widget.id])
  })

  test('one sees oneself and chooses a status', async ({ assert }) => {
    const { user, api } = await manager()
    assert.containsSubset((await api.get('/agents/me')).json.data, {
      user_id: user.id,
      name: 'Mia Manager',
      is_serving: false,
    })
    for (const status of ['away', 'busy', 'offline', 'online']) {
      assert.equal((await api.put('/agents/me/status', { status })).json.data.status, status)
    }
    for (const status of ['gone', null, 1]) {
      assert.equal((await api.put('/agents/me/status', { status })).status, 422)
    }
    assert.equal((await api.get('/agents/me')).json.data.status, 'online')
  })
})
