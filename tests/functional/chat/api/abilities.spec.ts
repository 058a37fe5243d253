import { test } from '@japa/runner'
import User from '#crm/models/user'
import { CHAT_PERMISSIONS } from '#chat/contracts/permissions'
import { API, ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'
import { tuneStreams } from '#tests/helpers/visitor_stream'
import { calls } from './routes.js'

const MISSING = 'E_CHAT_TOKEN_ABILITY_MISSING'

const headersOf = async (user: User, abilities: string[]) => {
  const token = await User.accessTokens.create(user, abilities)
  return { authorization: `Bearer ${token.value!.release()}` }
}

test.group('API: abilities of a token', () => {
  test('each route takes its own, and says which one is missing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const all = await calls(world)
    for (const permission of CHAT_PERMISSIONS) {
      const others = CHAT_PERMISSIONS.filter((each) => each !== permission)
      const without = new ApiCaller(await headersOf(owner, others))
      const taking = all.filter((call) => call.permission === permission)
      for (const { method, url, body } of taking) {
        const { status, json } = await without.call(method, url, body)
        assert.equal(status, 403, `${method} ${url}`)
        assert.containsSubset(json.errors[0], {
          code: MISSING,
          ability: permission,
        })
      }
      const having = new ApiCaller(await headersOf(owner, [permission]))
      for (const { method, url, body } of taking) {
        const { status, json } = await having.call(method, url, body)
        assert.notInclude([401, 500], status, `${method} ${url}`)
        assert.notEqual(json.errors?.[0].code, MISSING, `${method} ${url}`)
      }
    }
  }).timeout(30_000)

  test('a token never gives more than its owner may at that moment', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager')
    const limited = new ApiCaller(await headersOf(user, ['view chat', 'manage chat']))
    const unlimited = new ApiCaller(await headersOf(user, ['*']))
    const label = (name: string) => ({ name, color: '#2563eb' })
    assert.equal((await limited.post('/labels', label('One'))).status, 201)
    assert.equal((await unlimited.post('/labels', label('Two'))).status, 201)

    await user.merge({ role: 'employee' }).save()
    for (const api of [limited, unlimited]) {
      const { status, json } = await api.post('/labels', label('Three'))
      assert.equal(status, 403)
      assert.equal(json.errors[0].code, 'E_CHAT_PERMISSION_DENIED')
      assert.equal((await api.get('/labels')).status, 200)
    }
  })

  test('an ability of the CRM alone gives nothing of the chat', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = new ApiCaller(await headersOf(await world.user('owner'), ['manage settings']))
    assert.equal((await api.get('/conversations')).status, 403)
  })

  test('the event stream takes `view chat`', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const user = await world.user('owner')
    const url = `${process.env.APP_URL}${API}/events`
    const refused = await EventStream.open(url, await headersOf(user, ['reply chat']))
    assert.equal(refused.status, 403)
    await refused.ended()
    const stream = await EventStream.open(url, await headersOf(user, ['view chat']))
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
  })

  test('who reads along with a token that cannot reply is not a present agent', async ({
    assert,
    cleanup,
  }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const world = await ChatWorld.create()
    const headers = await headersOf(await world.user('owner'), ['view chat'])
    const url = `${process.env.APP_URL}${API}/events?presence=1`
    const stream = await EventStream.open(url, headers)
    cleanup(() => stream.close())
    const beats = () => stream.frames.filter(({ event }) => event === 'chat.heartbeat').length
    await stream.frame(() => beats() >= 4)
    const { json } = await (await world.guest()).browser.get('/config')
    assert.isFalse(json.online)
  })
})
