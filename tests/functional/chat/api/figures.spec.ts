import { test } from '@japa/runner'
import AuditEntry from '#chat/models/audit_entry'
import { apiWorld } from './caller.js'

test.group('API: figures and files', () => {
  test('returns the figures of a period, of all widgets or one', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const other = await world.addWidget({ name: 'Blog' })
    const { conversation } = await world.chatting()
    await world.reply(conversation, agent)
    await world.chat.conversations.resolve(await world.stored(conversation), agent)
    const { data } = (await api.get('/analytics?period=today')).json
    assert.containsSubset(data, {
      period: 'today',
      unit: 'hour',
      metrics: { started: 1, answered: 1 },
    })
    assert.equal(data.from, data.to)
    assert.isAtLeast(data.points.length, 23)
    assert.deepEqual(
      data.agents.map(({ agent_id: id, metrics }: any) => [id, metrics.resolved]),
      [[agent.id, 1]]
    )
    const none = (await api.get(`/analytics?widget=${other.id}`)).json.data
    assert.deepEqual([none.period, none.metrics.started, none.points.length], ['7d', 0, 7])
    const custom = '/analytics?period=custom&from=2026-01-01&to=2026-01-31'
    assert.deepEqual((await api.get(custom)).json.data.points.length, 31)
  })

  test('refuses a period that is none', async ({ assert }) => {
    const { api } = await apiWorld()
    const bad: [string, string][] = [
      ['period=year', 'period'],
      ['period=custom&to=2026-01-31', 'from'],
      ['period=custom&from=2026-02-30&to=2026-03-01', 'from'],
      ['widget=x', 'widget'],
    ]
    for (const [query, field] of bad) {
      const { status, json } = await api.get(`/analytics?${query}`)
      assert.deepEqual([status, json.errors[0].field], [422, field], query)
    }
  })

  test('hands out files, and records who took them', async ({ assert }) => {
    const { world, user, api } = await apiWorld()
    await world.chatting({ name: 'Jane' })
    const list = await api.get(`/conversations/export?filter=open&widget=${world.widget.id}`)
    assert.equal(list.status, 200)
    assert.match(list.headers.get('content-type')!, /^text\/csv/)
    assert.match(list.headers.get('content-disposition')!, /conversations-open-/)
    assert.include(list.text, 'Jane')
    const agents = await api.get('/analytics/export')
    assert.include(agents.text, 'Conversations')
    assert.include((await api.get('/analytics/export?table=time')).text, 'Started')
    assert.equal((await api.get('/analytics/export?table=rooms')).status, 422)
    assert.equal((await api.get('/conversations/export?limit=5')).status, 422)
    const recorded = await AuditEntry.query().where('tenant_id', world.tenantId).orderBy('id')
    const exports = recorded.filter(({ action }) => action.startsWith('export.'))
    assert.deepEqual(
      exports.map(({ action, userId }) => [action, userId]),
      [
        ['export.conversations', String(user.id)],
        ['export.dashboard', String(user.id)],
        ['export.dashboard', String(user.id)],
      ]
    )
  })
})
