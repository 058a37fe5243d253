import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { speakPseudo } from '#tests/helpers/pseudo_locale'

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

  test('in a query is refused as well', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const { conversation } = await world.chatting()
    for (const query of QUERIES) {
      const { status } = await api.get(query.replace(':id', conversation.externalId))
      assert.equal(status, 422, query)
    }
  })
})
