import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import User from '#crm/models/user'
import { apiRoutes } from '#chat/openapi/routes'
import router from '@adonisjs/core/services/router'
import { isInSight, whereInSight } from '#chat/services/visibility/sight'
import { RecordPanelBuilder } from '#chat/presenters/record_panel'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ApiCaller } from '#tests/helpers/api_caller'
import { servedRoutes } from '#tests/helpers/routes'
import { calls } from '../api/routes.js'
import { InboxClient } from '#tests/helpers/inbox_client'
import { allButSeeingAll, conversationsOf, employeesSeeAll, restricted } from './restricted.js'

const NOT_FOUND = 'E_CHAT_CONVERSATION_NOT_FOUND'

/** Taken by every route of the inbox: each finds what it wants. */
const ANYTHING = {
  content: 'Hello',
  client_message_id: randomUUID(),
  seq: 1,
  typing: true,
  viewing: true,
  user_id: 'me',
  to: 'agent:1',
  until: 'hour',
  priority: 'high',
  subject: 'Refund',
  label: randomUUID(),
  field: 'email',
}

const inboxRoutes = () => servedRoutes().filter(({ pattern }) => /^\/chat\/:id(\/|$)/.test(pattern))

test.group('What an agent sees who does not see all chats', () => {
  test('no page, fragment or form of the inbox knows any other conversation', async ({
    assert,
  }) => {
    const scene = await restricted()
    const { annaUser, inside, outside } = scene
    const browser = await AgentBrowser.logIn(annaUser)
    const before = await Promise.all(
      outside.map(({ conversation }) => scene.world.stored(conversation))
    )
    const routes = inboxRoutes()
    assert.isAbove(routes.length, 25)
    const call = (method: string, pattern: string, id: string) => {
      const path = pattern.replace(':id', id).replace(/:\w+/, randomUUID())
      return browser.ask(path, method === 'GET' ? undefined : ANYTHING)
    }
    await allButSeeingAll(scene, annaUser, async () => {
      for (const { method, pattern } of routes) {
        for (const { conversation } of outside.slice(0, 2)) {
          const { status, text } = await call(method, pattern, conversation.externalId)
          assert.equal(status, 404, `${method} ${pattern}`)
          assert.include(text, NOT_FOUND, `${method} ${pattern}`)
        }
      }
      for (const { conversation } of inside) {
        for (const { pattern } of routes.filter(({ method }) => method === 'GET')) {
          const { text } = await call('GET', pattern, conversation.externalId)
          assert.notInclude(text, NOT_FOUND, pattern)
        }
      }
    })
    for (const { lastSeq, status, externalId } of before) {
      const after = await scene.world.chat.inbox.conversation(scene.world.tenantId, externalId)
      assert.deepEqual([after.lastSeq, after.status], [lastSeq, status])
    }
  }).timeout(60_000)

  test('no route of the API knows any other conversation, by either of its names', async ({
    assert,
  }) => {
    const scene = await restricted()
    const { annaUser, outside, world } = scene
    const api = await ApiCaller.for(annaUser)
    const about = (await calls(world)).filter(({ path }) => path.includes('/conversations/{id}'))
    const uploads = { method: 'POST', url: '/conversations/{id}/files?name=a.pdf', body: undefined }
    const known = apiRoutes(router).filter(({ path }) => path.includes('/conversations/{id}'))
    assert.equal(about.length + 1, known.length)
    await allButSeeingAll(scene, annaUser, async () => {
      for (const { method, url, body } of [...about, uploads]) {
        const rest = url.split('/').slice(3).join('/')
        const [{ conversation: one }, { conversation: other }] = outside
        for (const id of [one.externalId, other.id]) {
          const path = `/conversations/${id}${rest && `/${rest}`}`
          const { status, json } = await api.call(method, path, body)
          assert.equal(status, 404, `${method} ${path}`)
          assert.equal(json.errors[0].code, NOT_FOUND, `${method} ${path}`)
        }
      }
    })
  }).timeout(60_000)

  test('lists, counts, searches, exports and the badge hold no other', async ({
    assert,
    client,
  }) => {
    const scene = await restricted()
    const { annaUser, blog, inside, outside } = scene
    const inbox = new InboxClient(client, annaUser)
    const api = await ApiCaller.for(annaUser)
    const ids = outside.map(({ conversation }) => conversation.externalId).join()
    const seen = new Map<string, string>()
    for (const path of [
      '?filter=open',
      '?filter=all',
      `?filter=open&widget=${blog.externalId}`,
      '?filter=unassigned',
      '/list?filter=all&sort=waiting',
      '/list?filter=all&sort=priority',
      '/list?q=Words',
      `/list?q=${outside[0].conversation.number}`,
      '/list?q=Otto',
      `/rows?filter=all&ids=${ids}`,
      '/unread',
      '/export.csv?filter=all',
      '/export.csv?filter=all&q=Words',
    ]) {
      const text = (await inbox.ask(path)).text()
      seen.set(path, text)
    }
    for (const path of [
      '/conversations?filter=all',
      '/conversations?q=Words',
      '/dashboard',
      '/visitors',
      '/visitors?q=home.example',
      '/conversations/export?filter=all',
    ]) {
      seen.set(path, (await api.get(path)).text)
    }
    for (const [path, text] of seen) {
      for (const { conversation, visitor } of outside) {
        const isAskedFor = path.includes('/rows')
        if (!isAskedFor) assert.notInclude(text, conversation.externalId, path)
        assert.notInclude(text, visitor.name!, path)
        assert.notInclude(text, `Words of ${visitor.name}`, path)
      }
    }
    for (const path of ['?filter=all', '/list?q=Words', '/export.csv?filter=all']) {
      for (const { visitor } of inside) assert.include(seen.get(path)!, visitor.name!, path)
    }
    const { gone, counts } = JSON.parse(seen.get(`/rows?filter=all&ids=${ids}`)!)
    assert.sameMembers(gone, ids.split(','))
    assert.deepEqual(counts, { open: '3', mine: '1', unassigned: '2' })
    assert.lengthOf(JSON.parse(seen.get('/unread')!).conversations, 3)
    assert.equal((await api.get(`/conversations?q=Words`)).json.data.length, 3)
  })

  test('visitors are known by conversations in sight, or as long as they have none', async ({
    assert,
  }) => {
    const { annaUser, blog, inside, outside, world } = await restricted()
    const api = await ApiCaller.for(annaUser)
    const here = await world.guest({ name: 'Hal Here' })
    const there = await world.guest({ name: 'Tom There' }, blog)
    const known = [...inside, here].map(({ visitor }) => visitor.externalId)
    const { json } = await api.get('/visitors')
    assert.sameMembers(
      json.data.map(({ uuid }: { uuid: string }) => uuid),
      known
    )
    for (const { visitor } of [...outside, there]) {
      for (const path of [visitor.externalId, visitor.id, `${visitor.id}/page-views`]) {
        assert.equal((await api.get(`/visitors/${path}`)).status, 404)
      }
    }
    for (const uuid of known) assert.equal((await api.get(`/visitors/${uuid}`)).status, 200)
  })

  test('blocked visitors are listed and unblocked as far as they are in sight', async ({
    assert,
    client,
  }) => {
    const scene = await restricted()
    const { annaUser, bob, inside, outside, world } = scene
    const { blocks } = world.chat.visitors
    for (const { visitor } of [inside[0], outside[0]]) await blocks.block(visitor, bob)
    const api = await ApiCaller.for(annaUser)
    await allButSeeingAll(scene, annaUser, async () => {
      const { json } = await api.get('/blocked-visitors')
      assert.deepEqual(
        json.data.map(({ visitor }: any) => visitor.uuid),
        [inside[0].visitor.externalId]
      )
      const page = await client.get('/settings/chat-blocked').loginAs(annaUser)
      page.assertTextIncludes(inside[0].visitor.name!)
      assert.notInclude(page.text(), outside[0].visitor.name!)
      for (const [{ visitor }, status] of [
        [outside[0], 404],
        [inside[0], 302],
      ] as const) {
        const unblock = client.post(`/settings/chat-blocked/${visitor.externalId}/unblock`)
        const answer = await unblock.withCsrfToken().loginAs(annaUser).redirects(0)
        assert.equal(answer.status(), status)
      }
    })
    assert.isNotNull((await outside[0].visitor.refresh()).blockedAt)
    assert.isNull((await inside[0].visitor.refresh()).blockedAt)
  })

  test('bulk actions miss what is out of sight', async ({ assert, client }) => {
    const { annaUser, inside, outside, world } = await restricted()
    const inbox = new InboxClient(client, annaUser)
    const ids = [inside[0], ...outside].map(({ conversation }) => conversation.externalId)
    const { results } = (await inbox.send('/bulk/priority', { ids, value: 'high' })).body()
    const outcomes = results.map(({ outcome }: { outcome: string }) => outcome)
    assert.deepEqual(outcomes, ['done', 'missing', 'missing', 'missing', 'missing'])
    const api = await ApiCaller.for(annaUser)
    const { json } = await api.post('/conversations/bulk', {
      action: 'priority',
      priority: 'high',
      ids,
    })
    assert.deepEqual(
      json.data.map(({ outcome }: { outcome: string }) => outcome),
      ['already', 'missing', 'missing', 'missing', 'missing']
    )
    for (const { conversation } of outside) {
      assert.equal((await world.stored(conversation)).priority, 'normal')
    }
  })

  test('a visitor’s earlier conversations and a person’s panel show those in sight', async ({
    assert,
    client,
  }) => {
    const { anna, annaUser, bob, inside, shop, support, world } = await restricted()
    const [{ conversation: earlier, visitor }] = inside
    await world.chat.conversations.close(earlier, bob)
    await world.chat.conversations.archive(earlier, bob)
    await (
      await world.stored(earlier)
    )
      .merge({ departmentId: support.id, visitorId: visitor.id })
      .save()
    const person = await world.chat.crm.promoteToPerson(await world.stored(earlier), bob)

    const panel = new RecordPanelBuilder(world.chat)
    const record = { tenantId: world.tenantId, personId: person.id }
    assert.isNull(await panel.state({ ...record, viewerId: anna.userId }))
    assert.lengthOf((await panel.state({ ...record, viewerId: bob.userId }))!.rows, 1)

    const { conversation: latest } = inside[1]
    await latest.merge({ visitorId: visitor.id, widgetId: shop.id }).save()
    const contextFor = async (user: User) => {
      const inbox = new InboxClient(client, user)
      return (await inbox.ask(`/${latest.externalId}/context`)).body().context as string
    }
    assert.notInclude(await contextFor(annaUser), earlier.externalId)
    const bobUser = await User.findOrFail(Number(bob.userId))
    assert.include(await contextFor(bobUser), earlier.externalId)
  })

  test('figures are of their widgets', async ({ assert, client }) => {
    const { annaUser, blog, bob, world } = await restricted()
    const inbox = new InboxClient(client, annaUser)
    const html = (await inbox.page('/dashboard')).text()
    assert.notInclude(html, 'Blog')
    const notice = 'figures cover the widgets you serve'
    assert.include(html, notice)
    const bobs = new InboxClient(client, await User.findOrFail(Number(bob.userId)))
    assert.notInclude((await bobs.page('/dashboard')).text(), notice)
    const { analytics } = world.chat
    const { sights } = world.chat.agents
    const user = (await world.chat.host.findUser(world.tenantId, String(annaUser.id)))!
    const sight = await sights.of(user, await world.agent('Anna Agent', annaUser))
    assert.equal((await analytics.overview(world.tenantId, null, sight)).startedToday, 3)
    assert.equal((await analytics.overview(world.tenantId)).startedToday, 7)
    const api = await ApiCaller.for(annaUser)
    for (const path of ['/dashboard', '/analytics', '/analytics/export']) {
      assert.equal((await api.get(`${path}?widget=${blog.externalId}`)).status, 404, path)
    }
    const csv = (await inbox.page('/dashboard/export')).text()
    assert.notInclude(csv, bob.name)
  })

  test('a form that gives a conversation away leads back to the list', async ({
    assert,
    client,
  }) => {
    const { annaUser, bob, inside } = await restricted()
    const inbox = new InboxClient(client, annaUser)
    const [{ conversation: kept }, , { conversation: given }] = inside
    const stays = await inbox.submit(`/${kept.externalId}/assign`, { user_id: bob.userId })
    assert.match(stays.header('location')!, new RegExp(`^/chat/${kept.externalId}`))
    const leaves = await inbox.submit(`/${given.externalId}/assign`, { user_id: bob.userId })
    assert.match(leaves.header('location')!, /^\/chat\?/)
  })

  test('with the permission, by default and again, all is there', async ({ assert, client }) => {
    const scene = await restricted()
    const { annaUser, outside, world } = scene
    const inbox = new InboxClient(client, annaUser)
    const id = outside[0].conversation.externalId
    assert.equal((await inbox.ask(`/${id}/messages`)).status(), 404)
    await employeesSeeAll(world, true)
    assert.equal((await inbox.ask(`/${id}/messages`)).status(), 200)
    const manager = new InboxClient(client, await world.user('manager'))
    await employeesSeeAll(world, false)
    assert.equal((await manager.ask(`/${id}/messages`)).status(), 200)
  })

  test('a token without the ability sees what its owner serves', async ({ assert }) => {
    const { bob, outside, shop, world } = await restricted()
    const owner = await User.findOrFail(Number(bob.userId))
    const settings = { maxConcurrentChats: 5, departmentIds: [], widgetIds: [shop.externalId] }
    await world.chat.agents.roster.add(world.tenantId, bob.userId, settings)
    const path = `/conversations/${outside[0].conversation.externalId}`
    for (const [abilities, status] of [
      [['view chat'], 404],
      [['view chat', 'see all chats'], 200],
      [['*'], 200],
    ] as const) {
      const token = await User.accessTokens.create(owner, [...abilities])
      const api = new ApiCaller({ authorization: `Bearer ${token.value!.release()}` })
      assert.equal((await api.get(path)).status, status, abilities.join())
    }
  })

  test('the database and the streams agree on what is in sight', async ({ assert }) => {
    const { anna, bob, blog, sales, shop, support, world } = await restricted()
    const all = await conversationsOf(world)
    for (const agentId of [anna.id, bob.id]) {
      for (const widgetIds of [[], [shop.id], [shop.id, blog.id], [0]]) {
        for (const departmentIds of [[], [sales.id], [sales.id, support.id]]) {
          const sight = { agentId, widgetIds, departmentIds }
          const found = await whereInSight(conversationsOf(world), sight)
          assert.deepEqual(
            found.map(({ id }) => id),
            all.filter((each) => isInSight(sight, each)).map(({ id }) => id),
            JSON.stringify(sight)
          )
        }
      }
    }
    assert.lengthOf(await whereInSight(conversationsOf(world), null), all.length)
  })
})
