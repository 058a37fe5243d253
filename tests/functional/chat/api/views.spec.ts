import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { apiWorld, idsOf } from './caller.js'

test.group('API: saved views', () => {
  test('are saved, read, changed and deleted', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const color = '#2563eb'
    const label = await world.chat.labels.create(world.tenantId, { name: 'Refund', color })
    const made = await api.post('/views', {
      name: 'Refunds of mine',
      filters: { filter: 'open', widget: world.widget.id, label: label.externalId, agent: 'me' },
    })
    assert.equal(made.status, 201)
    const path = `/views/${made.json.data.id}`
    assert.containsSubset(made.json.data, {
      agent_id: agent.id,
      is_shared: false,
      filters: {
        filter: 'open',
        widget: world.widget.externalId,
        label: label.externalId,
        agent: 'me',
        priority: null,
        sort: null,
        q: null,
      },
    })
    const renamed = (await api.put(path, { name: 'Refunds' })).json.data
    assert.deepEqual([renamed.name, renamed.filters.agent], ['Refunds', 'me'])
    const filtered = await api.put(path, { filters: { priority: 'urgent', agent: agent.id } })
    assert.containsSubset(filtered.json.data, {
      name: 'Refunds',
      filters: { filter: 'open', priority: 'urgent', agent: agent.externalId, label: null },
    })
    assert.deepEqual(idsOf(await api.get('/views')), [made.json.data.uuid])
    assert.equal((await api.delete(path)).status, 204)
    assert.equal((await api.get(path)).status, 404)
  })

  test('are an agent’s own, unless a user who manages the chat shares them', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const manager = await ApiCaller.for(await world.user('manager', 'Mia'))
    const filters = { filter: 'unassigned' }
    const own = (await api.post('/views', { name: 'Mine', filters })).json.data
    assert.equal((await manager.get(`/views/${own.id}`)).status, 404)
    const refused = await api.post('/views', { name: 'Ours', filters, is_shared: true })
    assert.deepEqual(
      [refused.status, refused.json.errors[0].code],
      [403, 'E_CHAT_PERMISSION_DENIED']
    )
    const shared = (await manager.post('/views', { name: 'Ours', filters, is_shared: true })).json
    assert.equal((await api.get(`/views/${shared.data.uuid}`)).json.data.name, 'Ours')
    assert.equal((await api.put(`/views/${shared.data.uuid}`, { name: 'x' })).status, 403)
  })

  test('with unknown references are refused', async ({ assert }) => {
    const { api } = await apiWorld()
    const other = await ChatWorld.create()
    const filters = { widget: other.widget.id }
    const { status, json } = await api.post('/views', { name: 'Theirs', filters })
    assert.equal(status, 422)
    assert.containsSubset(json.errors[0], { field: 'filters.widget', rule: 'known' })
    for (const bad of [{ filter: 'everything' }, { widget: 'x' }, { colour: 'red' }]) {
      assert.equal((await api.post('/views', { name: 'Bad', filters: bad })).status, 422)
    }
  })
})
