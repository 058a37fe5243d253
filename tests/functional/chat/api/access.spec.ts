import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import User from '#crm/models/user'
import { CHAT_PERMISSIONS, type ChatPermission } from '#chat/contracts/permissions'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { API, ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { withOnly } from '#tests/helpers/with_only'
import { calls } from './routes.js'

/** Calls of the routes that need a log-in. */
const guarded = async (world: ChatWorld, caller?: User) =>
  (await calls(world, 'uuid', caller)).filter(({ permission }) => permission !== '')

/** The cookie of a session without a user, as a visit to the log-in page leaves it. */
async function endedSession(client: ApiClient) {
  const page = await client.get('/login')
  return String(page.headers()['set-cookie']).match(/crm-session=([^;]+)/)![1]
}

test.group('API: who may call what', () => {
  test('each route takes its permission, and no other will do', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('owner')
    const api = await ApiCaller.for(user)
    const all = await guarded(world, user)
    assert.isAbove(all.length, 20)

    for (const { method, url, body, permission } of all) {
      const others = CHAT_PERMISSIONS.filter((each) => each !== permission)
      await withOnly(world, user, others, async () => {
        const { status, json } = await api.call(method, url, body)
        assert.equal(status, 403, `${method} ${url}`)
        assert.equal(json.errors[0].code, 'E_CHAT_PERMISSION_DENIED')
      })
    }
    for (const { method, url, body, permission } of all) {
      await withOnly(world, user, [permission as ChatPermission], async () => {
        const { status } = await api.call(method, url, body)
        assert.notInclude([401, 403, 500], status, `${method} ${url}`)
      })
    }
  }).timeout(30_000)

  test('every change needs more than the permission to view', async ({ assert }) => {
    const world = await ChatWorld.create()
    for (const { method, url, permission } of await guarded(world)) {
      if (method !== 'get') assert.notEqual(permission, 'view chat', `${method} ${url}`)
    }
  })

  test('requests without a token, with a wrong one or of a deactivated user get 401', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    await moduleSwitch.toggle('chat', world.chat.config.defaultTenant, true)
    const user = await world.user('owner')
    const gone = await ApiCaller.for(user)
    await user.merge({ isActive: false }).save()
    const expired = await User.accessTokens.create(await world.user(), ['*'], { expiresIn: -60 })
    const callers = [
      new ApiCaller(),
      new ApiCaller({ accept: 'text/html' }),
      new ApiCaller({ authorization: 'Bearer oat_nonsense' }),
      new ApiCaller({ authorization: 'Basic YTpi' }),
      new ApiCaller({ authorization: '' }),
      new ApiCaller({ cookie: 'crm-session=s%3Anonsense; other=1' }),
      new ApiCaller({ cookie: `crm-session=${await endedSession(client)}` }),
      new ApiCaller({ authorization: `Bearer ${expired.value!.release()}` }),
      gone,
    ]
    for (const [index, caller] of callers.entries()) {
      const hasToken = Boolean(caller.headers.authorization)
      for (const { method, url, body } of await guarded(world)) {
        const { status, headers, json } = await caller.call(method, url, body)
        assert.equal(status, 401, `${index} ${method} ${url}`)
        assert.match(headers.get('content-type')!, /^application\/json/)
        assert.equal(json.errors[0].code, 'E_CHAT_UNAUTHENTICATED')
        const challenge = hasToken ? 'Bearer error="invalid_token"' : 'Bearer'
        assert.equal(headers.get('www-authenticate'), challenge)
        assert.isNull(headers.get('set-cookie'), `${index} ${method} ${url}`)
      }
    }
  }).timeout(30_000)

  test('every thing goes by its id and by its uuid', async ({ assert }) => {
    for (const names of ['id', 'uuid'] as const) {
      const world = await ChatWorld.create()
      const user = await world.user('owner')
      const api = await ApiCaller.for(user)
      const all = await calls(world, names, user)
      const about = all.filter(({ parameters }) => parameters.length > 0)
      assert.isAbove(about.length, 15)
      const removals = about.filter(({ method }) => method === 'delete')
      for (const call of [...about.filter(({ method }) => method !== 'delete'), ...removals]) {
        const { status, json } = await api.call(call.method, call.url, call.body)
        const what = `${names} ${call.method} ${call.url}`
        assert.include([200, 201, 202, 204, 409, 422], status, what)
        if (status === 422) assert.isUndefined(json.errors[0].rule, JSON.stringify(json))
      }
    }
  })

  test('what belongs to another tenant does not exist', async ({ assert }) => {
    const [mine, theirs] = [await ChatWorld.create(), await ChatWorld.create()]
    const api = await ApiCaller.for(await mine.user('owner'))
    const about = [...(await calls(theirs)), ...(await calls(theirs, 'id'))].filter(
      ({ parameters }) => parameters.length > 0
    )
    assert.isAbove(about.length, 30)
    for (const { method, url, body } of about) {
      const { status } = await api.call(method, url, body)
      assert.equal(status, 404, `${method} ${url}`)
    }
    for (const list of ['/widgets', '/conversations']) {
      const { text } = await api.get(list)
      assert.notInclude(text, theirs.widget.publicKey)
      assert.notInclude(text, 'Jane')
    }
  })

  test('with the module off there is nothing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const all = await calls(world)
    await world.setModule(false)
    for (const { method, url, body } of all) {
      assert.equal((await api.call(method, url, body)).status, 404, `${method} ${url}`)
    }
  })

  test('a reference that is neither an integer nor a uuid gets 404', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { headers } = await ApiCaller.for(await world.user('owner'))
    for (const id of ['0', '01', '1.5', '-1', '12345678901', 'x', `${world.widget.id}x`]) {
      const response = await fetch(`${process.env.APP_URL}${API}/widgets/${id}`, { headers })
      assert.equal(response.status, 404, id)
      assert.match(response.headers.get('content-type')!, /^application\/json/)
    }
    assert.equal((await new ApiCaller(headers).get('/widgets/2147483648')).status, 404)
  })
})

test.group('API: tokens and sessions', () => {
  test('a bearer token gets by without cookies and leaves none', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    for (const { method, url, body } of await calls(world)) {
      const { headers } = await api.call(method, url, body)
      assert.isNull(headers.get('set-cookie'), `${method} ${url}`)
      assert.include(headers.get('cache-control')!, 'no-store')
    }
  })

  test('the session reads as it is, and writes with the CSRF token alone', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager')
    const list = await client.get(`${API}/widgets`).loginAs(user)
    list.assertStatus(200)
    const forged = await client.post(`${API}/widgets`).loginAs(user).json({ name: 'Forged' })
    forged.assertStatus(403)
    assert.isString(forged.body().errors[0].message)
    assert.lengthOf(await world.chat.widgets.list(world.tenantId), 1)
    const made = client.post(`${API}/widgets`).loginAs(user).withCsrfToken()
    const answer = await made.json({ name: 'Made' })
    answer.assertStatus(201)
  })

  test('a session does not help a token that is not good', async ({ client }) => {
    const world = await ChatWorld.create()
    await moduleSwitch.toggle('chat', world.chat.config.defaultTenant, true)
    const user = await world.user('owner')
    const response = await client
      .post(`${API}/widgets`)
      .header('Authorization', 'Bearer nonsense')
      .loginAs(user)
      .json({ name: 'Forged' })
    response.assertStatus(401)
  })
})
