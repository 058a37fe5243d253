import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { calls } from './routes.js'

test.group('API: bad input, by its name', () => {
  test('that no route knows is refused by name, everywhere', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    for (const { name, method, url, body, permission } of await calls(world)) {
      if (permission === '') continue
      const asked = await api.call(method, `${url}?shcope=x`, body)
      assert.equal(asked.status, 422, `${method} ${url}`)
      assert.containsSubset(asked.json.errors, [{ field: 'shcope', rule: 'unknown' }])
      if (method === 'get') continue
      const sent = await api.call(method, url, { ...(body as object), contnet: 1 })
      assert.equal(sent.status, 422, `${method} ${url}`)
      assert.deepEqual(
        sent.json.errors.map(({ field, rule }: any) => [field, rule]),
        [['contnet', 'unknown']],
        name
      )
      assert.include(sent.json.errors[0].message, 'contnet')
    }
  }).timeout(60_000)

  test('within a field is refused by its path', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const hours = { timezone: 'UTC', monday: { enabled: false, begin: '09:00' }, holidays: [] }
    const { status, json } = await api.put(`/widgets/${world.widget.id}`, { business_hours: hours })
    assert.equal(status, 422)
    assert.sameMembers(
      json.errors.map(({ field }: any) => field),
      ['business_hours.monday.begin', 'business_hours.holidays']
    )
    assert.include(json.errors[0].message, 'start')
  })

  test('lists the valid choices', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const { conversation } = await world.chatting()
    const refused = await Promise.all([
      api.get('/conversations?filter=everything'),
      api.put(`/conversations/${conversation.id}/priority`, { priority: 'huge' }),
      api.put(`/widgets/${world.widget.id}`, { position: 'middle' }),
      api.post('/webhooks', { url: 'https://hooks.example/', events: ['chat.everything'] }),
    ])
    const listed = ['snoozed', 'urgent', 'bottom-right', 'chat.conversation.deleted']
    for (const [index, { status, json }] of refused.entries()) {
      assert.deepEqual([status, json.errors[0].rule], [422, 'enum'])
      assert.include(json.errors[0].message, listed[index])
    }
    const { message } = refused[1].json.errors[0]
    assert.equal(message, 'priority must be one of low, normal, high, urgent')
  })

  test('that is taken or unknown names the field and the reason', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const canned = { shortcut: 'hi', title: 'Hi', content: 'Hello' }
    const posts: [string, object, string, string][] = [
      ['/departments', { name: 'Sales' }, 'name', 'unique'],
      ['/labels', { name: 'Refund', color: '#2563eb' }, 'name', 'unique'],
      ['/canned-responses', canned, 'shortcut', 'unique'],
    ]
    for (const [path, body, field, rule] of posts) {
      assert.equal((await api.post(path, body)).status, 201)
      const { status, json } = await api.post(path, body)
      assert.equal(status, 422)
      assert.containsSubset(json.errors[0], { field, rule })
      assert.match(json.errors[0].code, /^E_CHAT_/)
    }
    const bad = await api.post('/canned-responses', { ...canned, content: 'Dear {{who}}' })
    assert.containsSubset(bad.json.errors[0], { field: 'content', rule: 'placeholder' })
    const past = await api.post(
      `/conversations/${(await world.chatting()).conversation.id}/snooze`,
      {
        until: '2001-01-01T00:00:00Z',
      }
    )
    assert.containsSubset(past.json.errors[0], { field: 'until', rule: 'future' })
  })
})
