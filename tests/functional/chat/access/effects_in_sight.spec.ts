import { test } from '@japa/runner'
import User from '#crm/models/user'
import { isInSight, whereInSight } from '#chat/services/visibility/sight'
import { ApiCaller } from '#tests/helpers/api_caller'
import { InboxClient } from '#tests/helpers/inbox_client'
import { conversationsOf, employeesSeeAll, restricted } from './restricted.js'

test.group('Without the permission to see all chats', () => {
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
