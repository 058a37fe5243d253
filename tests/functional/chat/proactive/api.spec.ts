import { test } from '@japa/runner'
import AuditEntry from '#chat/models/audit_entry'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { addRule } from './rule.js'

const RULE = { name: 'Pricing', message: 'Questions about our prices?' }

async function manager() {
  const world = await ChatWorld.create()
  const api = await ApiCaller.for(await world.user('manager'))
  return { world, api, path: `/widgets/${world.widget.id}/proactive-rules` }
}

test.group('API: proactive messages', () => {
  test('are created, changed, listed and deleted, and each change is in the audit log', async ({
    assert,
  }) => {
    const { world, api, path } = await manager()
    const made = await api.post(path, { ...RULE, page_pattern: '/pricing*', seconds_on_page: 30 })
    assert.equal(made.status, 201)
    assert.containsSubset(made.json.data, {
      ...RULE,
      widget_id: world.widget.id,
      is_active: true,
      exit_intent: false,
      delay_seconds: 0,
      page_pattern: '/pricing*',
      seconds_on_page: 30,
      language: null,
    })
    const one = `${path}/${made.json.data.id}`
    const changed = await api.put(one, { seconds_on_page: null, trigger_name: 'cart' })
    assert.containsSubset(changed.json.data, {
      ...RULE,
      seconds_on_page: null,
      trigger_name: 'cart',
      page_pattern: '/pricing*',
    })
    assert.lengthOf((await api.get(path)).json.data, 1)
    assert.equal((await api.delete(one)).status, 204)
    assert.equal((await api.get(one)).status, 404)
    const entries = await AuditEntry.query()
      .where({ tenant_id: world.tenantId, area: 'proactive_rule' })
      .orderBy('id')
    assert.deepEqual(
      entries.map(({ action }) => action.split('.')[1]),
      ['created', 'updated', 'deleted']
    )
  })

  for (const [field, value] of Object.entries({
    name: '',
    message: ' ',
    delay_seconds: 5000,
    seconds_on_page: 0,
    scroll_percent: 101,
    idle_seconds: 1.5,
    min_visits: -1,
    page_pattern: 'javascript:alert(1)',
    trigger_name: 'two words',
    language: 'german!',
    is_active: 'yes',
    exit_intent: null,
  })) {
    test(`a bad ${field} is refused by name`, async ({ assert }) => {
      const { api, path } = await manager()
      const { status, json } = await api.post(path, { ...RULE, [field]: value })
      assert.equal(status, 422)
      assert.equal(json.errors[0].field, field)
    })
  }

  test('a pattern with too many stars is refused', async ({ assert }) => {
    const { api, path } = await manager()
    const { status } = await api.post(path, { ...RULE, page_pattern: '/*a*b*c*d*e*f' })
    assert.equal(status, 422)
  })

  test('fifty are enough for a widget', async ({ assert }) => {
    const { world, api, path } = await manager()
    for (let made = 0; made < 50; made += 1) await addRule(world)
    const { status, json } = await api.post(path, RULE)
    assert.equal(status, 422)
    assert.equal(json.errors[0].code, 'E_CHAT_TOO_MANY_PROACTIVE_RULES')
  })

  test('tell by day what became of them', async ({ assert }) => {
    const { world, api, path } = await manager()
    const rule = await addRule(world)
    await world.chat.proactive.counts.add(rule, 'shown')
    await world.chat.proactive.counts.add(rule, 'answered')
    const { json } = await api.get(`${path}/${rule.externalId}/days`)
    assert.lengthOf(json.data, 1)
    assert.containsSubset(json.data[0], { shown: 1, dismissed: 0, answered: 1 })
    assert.match(json.data[0].day, /^\d{4}-\d\d-\d\d$/)
  })

  test('cannot be changed by another tenant, through another widget, or by an employee', async ({
    assert,
  }) => {
    const { world, api, path } = await manager()
    const rule = await addRule(world)
    const second = await world.addWidget()
    assert.equal((await api.get(`/widgets/${second.id}/proactive-rules/${rule.id}`)).status, 404)
    const stranger = await ApiCaller.for(await (await ChatWorld.create()).user('owner'))
    assert.equal((await stranger.get(`${path}/${rule.id}`)).status, 404)
    const employee = await ApiCaller.for(await world.user('employee'))
    assert.equal((await employee.get(path)).status, 200)
    assert.equal((await employee.post(path, RULE)).status, 403)
  })
})
