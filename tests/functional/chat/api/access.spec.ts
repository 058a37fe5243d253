import { test } from '@japa/runner'
import User from '#crm/models/user'
import { CHAT_PERMISSIONS, type ChatPermission } from '#chat/contracts/crm_host'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { API, ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { withOnly } from '../inbox/desk.js'
import { calls } from './routes.js'

test.group('API: who may call what', () => {
  test('each route takes its permission, and no other will do', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('owner')
    const api = await ApiCaller.for(user)
    const all = await calls(world)
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

  test('whatever changes something takes more than looking', async ({ assert }) => {
    const world = await ChatWorld.create()
    for (const { method, url, permission } of await calls(world)) {
      if (method !== 'get') assert.notEqual(permission, 'view chat', `${method} ${url}`)
    }
  })

  test('nobody, a wrong token and a user who is gone are told to log in', async ({ assert }) => {
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
      new ApiCaller({ authorization: `Bearer ${expired.value!.release()}` }),
      gone,
    ]
    for (const [index, caller] of callers.entries()) {
      for (const { method, url, body } of await calls(world)) {
        const { status, headers } = await caller.call(method, url, body)
        assert.equal(status, 401, `${index} ${method} ${url}`)
        assert.match(headers.get('content-type')!, /^application\/json/)
      }
    }
  }).timeout(30_000)

  test('what belongs to another tenant does not exist', async ({ assert }) => {
    const [mine, theirs] = [await ChatWorld.create(), await ChatWorld.create()]
    const api = await ApiCaller.for(await mine.user('owner'))
    const about = (await calls(theirs)).filter(({ parameters }) => parameters.length > 0)
    assert.isAbove(about.length, 15)
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

  test('the integer is no address', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { headers } = await ApiCaller.for(await world.user('owner'))
    const url = `${process.env.APP_URL}${API}/widgets/${world.widget.id}`
    const response = await fetch(url, { headers })
    assert.equal(response.status, 404)
    assert.match(response.headers.get('content-type')!, /^application\/json/)
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
