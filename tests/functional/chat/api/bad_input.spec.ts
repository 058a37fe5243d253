import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { API, ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { complaints } from '#tests/helpers/openapi'
import { speakPseudo } from '#tests/helpers/pseudo_locale'
import { calls } from './routes.js'

const uuid = randomUUID()

/** What each route must refuse, whatever its type. */
const REFUSED: Record<string, unknown[]> = {
  '/messages': [
    {},
    { content: 'x' },
    { client_message_id: uuid },
    { content: '  ', client_message_id: uuid },
    { content: 'x'.repeat(5001), client_message_id: uuid },
    { content: ['x'], client_message_id: uuid },
    { content: 'x', client_message_id: 'x' },
    { content: 'x', client_message_id: uuid, internal: 'maybe' },
    [],
  ],
  '/notes': [{}, { content: {}, client_message_id: uuid }, { content: 'x', client_message_id: 1 }],
  '/read': [{}, { seq: -1 }, { seq: '1' }, { seq: 1.5 }, { seq: 2 ** 40 }, { seq: null }],
  '/assign': [
    {},
    { agent_id: '' + 5 },
    { agent_id: {} },
    { user_id: {} },
    { user_id: 'x'.repeat(65) },
  ],
  '/convert-to-lead': [{ title: {} }, { title: 'x'.repeat(191) }, { person: [] }],
  '/create-ticket': [{ title: {} }, { title: 'x'.repeat(191) }, { person: [] }],
  '/promote-to-person': [{ person: {} }, { person: -1 }, { person: true }],
}

/** JSON objects that break code that converts them. */
const VALUELESS: unknown[] = [{ toString: 1 }, { valueOf: 1, toString: 1 }, [{ toString: 1 }]]

const QUERIES = [
  '/conversations?filter=everything',
  '/conversations?filter[]=open',
  '/conversations?status=archived',
  '/conversations?limit=1000',
  '/conversations?limit=-1',
  '/conversations?limit=1.5',
  '/conversations?cursor=%00',
  '/conversations?cursor=abc',
  '/conversations/:id/messages?after=-1',
  '/conversations/:id/messages?after=x',
  '/conversations/:id/messages?cursor=after.x',
  '/conversations/:id/messages?cursor=9',
  '/conversations/:id/messages?limit=0',
]

test.group('API: bad input', () => {
  test('is refused field by field and changes nothing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const { conversation } = await world.chatting()
    const before = (await api.get(`/conversations/${conversation.externalId}`)).json
    for (const [path, bodies] of Object.entries(REFUSED)) {
      for (const body of bodies) {
        const url = `/conversations/${conversation.externalId}${path}`
        const { status, json } = await api.post(url, body)
        assert.equal(status, 422, `${path} ${JSON.stringify(body).slice(0, 80)}`)
        for (const error of json.errors) {
          assert.sameMembers(Object.keys(error), ['field', 'rule', 'message'])
        }
      }
    }
    assert.deepEqual((await api.get(`/conversations/${conversation.externalId}`)).json, before)
  })

  test('is refused in words of the catalogue, by the names of the API', async ({
    assert,
    cleanup,
  }) => {
    cleanup(speakPseudo())
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const { conversation } = await world.chatting()
    const of = `/conversations/${conversation.externalId}`
    const answers = await Promise.all([
      ...Object.entries(REFUSED).flatMap(([path, bodies]) =>
        bodies.map((body) => api.post(of + path, body))
      ),
      ...QUERIES.map((query) => api.get(query.replace('/conversations/:id', of))),
      ...[
        { action: 'label', ids: [1], label: 99 },
        { action: 'label', ids: [], label: 1 },
        { action: 'label', ids: [1, 1], label: 1 },
        { action: 'close', ids: [0] },
      ].map((body) => api.post('/conversations/bulk', body)),
      api.post('/webhooks', { url: 'https://hooks.example/', events: ['chat.everything'] }),
      api.get('/analytics?period=custom&from=x'),
      api.post('/labels?shcope=x', { name: 'VIP', colour: 'red' }),
    ])
    for (const { status, json } of answers) {
      assert.equal(status, 422, JSON.stringify(json))
      for (const { message } of json.errors) assert.match(message, /^⟦.+⟧$/)
    }
    const named = answers.flatMap(({ json }) => json.errors)
    assert.include(named.find(({ field }) => field === 'ids.0').message, 'ids.0')
    assert.isUndefined(named.find(({ message }) => /^⟦ /.test(message)))
  })

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

  test('in a query is refused as well', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const { conversation } = await world.chatting()
    for (const query of QUERIES) {
      const { status } = await api.get(query.replace(':id', conversation.externalId))
      assert.equal(status, 422, query)
    }
  })

  test('that has no value of its own is refused like any other', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    for (const value of VALUELESS) {
      const refused = await Promise.all([
        api.post(`${path}/assign`, { user_id: value }),
        api.post(`${path}/transfer`, { user_id: value }),
        api.post(`${path}/messages`, { content: 'x', client_message_id: uuid, seen_seq: value }),
        api.post('/agents', { user_id: value }),
      ])
      assert.deepEqual(
        refused.map(({ status }) => status),
        [422, 422, 422, 422],
        JSON.stringify(value)
      )
    }
  })

  test('that is unreadable is refused as a name', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const refused = await Promise.all([
      api.post('/widgets', { name: '\0' }),
      api.post('/departments', { name: ' \0 ' }),
      api.post('/canned-responses', { shortcut: 'x', title: '\0', content: 'x' }),
    ])
    assert.deepEqual(
      refused.map(({ status }) => status),
      [422, 422, 422]
    )
    const { json } = await api.post('/departments', { name: 'Sa\0les\ud800' })
    assert.equal(json.data.name, 'Sales\ufffd')
  })

  test('of no shape at all never breaks anything', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { headers } = await ApiCaller.for(await world.user('owner'))
    const bodies = ['{', 'null', '[]', '"x"', '7', '{"name":{"__proto__":1}}', '\u0000', '{"a":1']
    const changes = (await calls(world)).filter(({ method }) => method !== 'get')
    const removals = changes.filter(({ method }) => method === 'delete')
    for (const { method, url } of [
      ...changes.filter((each) => !removals.includes(each)),
      ...removals,
    ]) {
      for (const body of bodies) {
        const response = await fetch(`${process.env.APP_URL}${API}${url}`, {
          method: method.toUpperCase(),
          headers: { ...headers, 'content-type': 'application/json' },
          body,
        })
        assert.isBelow(response.status, 500, `${method} ${url} ${body}`)
        assert.match(response.headers.get('content-type') ?? 'application/json', /json/)
        const text = await response.text()
        const answer = text ? JSON.parse(text) : text
        assert.deepEqual(complaints(method, API + url, response.status, answer), [])
      }
    }
  }).timeout(60_000)

  test('in another language than JSON is refused rather than ignored', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { headers } = await ApiCaller.for(await world.user('owner'))
    const url = `/widgets/${world.widget.externalId}`
    const send = (method: string, path: string, type: string, body?: string) =>
      new ApiCaller({ ...headers, 'content-type': type }).call(method, path, body)
    for (const type of ['text/plain', 'application/xml', 'nonsense']) {
      assert.equal((await send('PUT', url, type, 'name=x')).status, 415, type)
    }
    const { conversation } = await world.start(await world.guest())
    const path = `/conversations/${conversation.externalId}/resolve`
    assert.equal((await send('POST', path, 'text/plain')).status, 200)
  })

  test('that is too long is refused before it is read', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    assert.equal((await api.post('/widgets', { name: 'x'.repeat(70_000) })).status, 413)
  })
})

test.group('API: limits', () => {
  test('one user cannot ask without end, another one still can', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { limits } = world.chat.config
    const { apiPerUser } = { ...limits }
    cleanup(() => void Object.assign(limits, { apiPerUser }))
    limits.apiPerUser = { requests: 3, everySeconds: 60 }
    const api = await ApiCaller.for(await world.user())
    for (const nth of [1, 2, 3]) assert.equal((await api.get('/widgets')).status, 200, `${nth}`)
    const { status, headers } = await api.get('/widgets')
    assert.equal(status, 429)
    assert.isAbove(Number(headers.get('retry-after')), 0)
    const other = await ApiCaller.for(await world.user())
    assert.equal((await other.get('/widgets')).status, 200)
  })
})
