import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

async function manager() {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Mia Manager')
  return { world, user, api: await ApiCaller.for(user) }
}

test.group('API: departments', () => {
  test('come, are renamed, and go', async ({ assert }) => {
    const { api } = await manager()
    const made = await api.post('/departments', { name: 'Sales' })
    assert.equal(made.status, 201)
    const path = `/departments/${made.json.data.uuid}`
    assert.equal((await api.put(path, { name: 'Support' })).json.data.name, 'Support')
    assert.equal((await api.get(path)).json.data.name, 'Support')
    assert.equal((await api.get('/departments')).json.meta.total, 1)
    const taken = await api.post('/departments', { name: 'Support' })
    assert.deepEqual([taken.status, taken.json.errors[0].code], [422, 'E_CHAT_DEPARTMENT_EXISTS'])
    for (const name of ['', null, 7, 'x'.repeat(121)]) {
      assert.equal((await api.put(path, { name })).status, 422)
    }
    assert.equal((await api.delete(path)).status, 204)
    assert.equal((await api.get(path)).status, 404)
  })
})

test.group('API: canned responses', () => {
  test('come, change, and go', async ({ assert }) => {
    const { api } = await manager()
    const hello = { shortcut: 'hello', title: 'Hello', content: 'Hello {{visitor.name}}' }
    const made = await api.post('/canned-responses', hello)
    assert.equal(made.status, 201)
    assert.containsSubset(made.json.data, hello)
    const path = `/canned-responses/${made.json.data.uuid}`
    const changed = { ...hello, title: 'Greeting' }
    assert.containsSubset((await api.put(path, changed)).json.data, changed)
    assert.equal((await api.get('/canned-responses')).json.data[0].title, 'Greeting')
    const refused: [object, string][] = [
      [hello, 'E_CHAT_SHORTCUT_TAKEN'],
      [{ ...hello, shortcut: 'b', content: '{{visitor.password}}' }, 'E_CHAT_UNKNOWN_PLACEHOLDER'],
    ]
    for (const [body, code] of refused) {
      const { status, json } = await api.post('/canned-responses', body)
      assert.deepEqual([status, json.errors[0].code], [422, code])
    }
    for (const bad of [{ shortcut: 'a b' }, { title: '' }, { content: 'x'.repeat(5001) }]) {
      assert.equal((await api.put(path, { ...hello, ...bad })).status, 422, JSON.stringify(bad))
    }
    assert.equal((await api.delete(path)).status, 204)
    assert.equal((await api.get(path)).status, 404)
  })
})

test.group('API: dashboard', () => {
  test('returns figures, open conversations and active widgets', async ({ assert }) => {
    const { world, user, api } = await manager()
    const agent = await world.agent('Mia Manager', user)
    const idle = await world.addWidget({ name: 'Idle', isActive: false })
    const [a, b, c] = await Promise.all(
      Array.from({ length: 3 }, async () => (await world.chatting()).conversation)
    )
    await world.reply(a, agent)
    await world.chat.conversations.resolve(b, agent)
    const {
      stats,
      recent_conversations: recent,
      active_widgets: widgets,
    } = (await api.get('/dashboard')).json.data
    assert.containsSubset(stats, {
      active_chats: 1,
      pending_chats: 1,
      started_today: 3,
      resolved_today: 1,
      online_agents: 0,
    })
    assert.isNumber(stats.average_response_time)
    assert.sameMembers(
      recent.map(({ uuid }: any) => uuid),
      [a.externalId, c.externalId]
    )
    assert.deepEqual(
      widgets.map(({ uuid }: any) => uuid),
      [world.widget.externalId]
    )
    const none = (await api.get(`/dashboard?widget=${idle.externalId}`)).json.data
    assert.equal(none.stats.started_today, 0)
    assert.deepEqual(none.recent_conversations, [])
    assert.equal((await api.get(`/dashboard?widget=${randomUUID()}`)).status, 404)
    assert.equal((await api.get('/dashboard?widget=x')).status, 422)
  })
})
