import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { API, ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { complaints } from '#tests/helpers/openapi'
import { calls } from './routes.js'

const uuid = randomUUID()

/** JSON objects that break code that converts them. */
const VALUELESS: unknown[] = [{ toString: 1 }, { valueOf: 1, toString: 1 }, [{ toString: 1 }]]

test.group('API: bad input in a body', () => {
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
