import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#crm/models/user'
import Agent from '#chat/models/agent'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { loads, offDuty, serving, soon } from './team.js'

const put = (client: ApiClient, user: User, path: string, form: object) =>
  client.put(`/chat${path}`).loginAs(user).withCsrfToken().redirects(0).form(form)

const remove = (client: ApiClient, user: User, path: string, form: object = {}) =>
  client.delete(`/chat${path}`).loginAs(user).withCsrfToken().redirects(0).form(form)

test.group('Chat > Agents', () => {
  test('an admin adds a user, with a maximum, departments and widgets', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('owner', 'Olga Owner')
    const user = await world.user('employee', 'Bob <b>Busy</b>')
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    const inbox = new InboxClient(client, admin)
    assert.include((await inbox.page('/agents')).text(), 'No agents yet')
    assert.include((await inbox.page('/agents/create')).text(), 'Bob &lt;b&gt;Busy&lt;/b&gt;')

    const added = await inbox.submit('/agents', {
      'user_id': String(user.id),
      'max_concurrent_chats': '7',
      'department_ids[]': sales.externalId,
      'widget_ids[]': world.widget.externalId,
    })
    assert.equal(added.header('location'), '/chat/agents')
    const [{ agent, scope }] = await world.chat.agents.roster.list(world.tenantId)
    assert.equal(agent.maxConcurrentChats, 7)
    assert.deepEqual(scope, { widgetIds: [world.widget.id], departmentIds: [sales.id] })
    const page = (await inbox.page('/agents')).text()
    for (const shown of ['Bob &lt;b&gt;', '0 of 7', 'Sales', 'Shop', 'Offline']) {
      assert.include(page, shown)
    }

    const path = `/agents/${agent.externalId}`
    const changed = await put(client, admin, path, { max_concurrent_chats: '2' })
    assert.equal(changed.header('location'), '/chat/agents')
    const entry = await world.chat.agents.roster.find(world.tenantId, agent.externalId)
    assert.equal(entry.agent.maxConcurrentChats, 2)
    assert.deepEqual(entry.scope, { widgetIds: [], departmentIds: [] })

    for (const maximum of ['0', '51', 'many', '1.5', '']) {
      const form = { 'max_concurrent_chats': maximum, 'department_ids[]': sales.externalId }
      const refused = await put(client, admin, path, form)
      refused.assertStatus(422)
      assert.include(refused.text(), 'Not saved')
      assert.include(refused.text(), `value="${maximum}"`)
      assert.match(refused.text(), new RegExp(`value="${sales.externalId}" checked`))
    }
  })

  test('an agent whose only widget was deleted does not come to serve all unnoticed', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('owner', 'Olga Owner')
    const agent = await serving(world, 'Bob', { widgetIds: [world.widget.externalId] })
    const form = () => new InboxClient(client, admin).page(`/agents/${agent.externalId}/edit`)
    assert.notInclude((await form()).text(), 'only widget was deleted')
    await world.chat.widgets.remove(world.widget, null)
    assert.include((await form()).text(), 'This agent’s only widget was deleted')
  })

  test('an agent leaves with their conversations kept, or given back', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('owner', 'Olga Owner')
    for (const [then, holder] of [
      ['keep', 'Anna'],
      ['requeue', null],
    ] as const) {
      const anna = await serving(world, 'Anna')
      const { conversation } = await world.chatting()
      await soon(async () => (await world.stored(conversation)).agentId === anna.id, 2000)
      const path = `/agents/${anna.externalId}`
      const answer = await remove(client, admin, path, { then })
      answer.assertStatus(302)
      assert.equal((await world.stored(conversation)).agentName, holder)
      assert.isFalse((await anna.refresh()).isServing)
    }
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual(kept, counted)
  })

  test('departments are added, renamed and removed, and no two have one name', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('owner')
    const inbox = new InboxClient(client, admin)
    await inbox.submit('/departments', { name: ' Sales ' })
    const twice = await inbox.submit('/departments', { name: 'Sales' })
    assert.include(twice.flashMessage('error'), 'already exists')
    const [sales] = await world.chat.routing.departments.list(world.tenantId)
    assert.equal(sales.name, 'Sales')

    await put(client, admin, `/departments/${sales.externalId}`, { name: 'Shop' })
    assert.equal((await sales.refresh()).name, 'Shop')
    const { conversation } = await world.chatting()
    await offDuty(world, 'Seller', { departmentIds: [sales.externalId] })
    await world.chat.routing.transfers.toDepartment(conversation, sales, await world.agent())
    await remove(client, admin, `/departments/${sales.externalId}`)
    assert.isEmpty(await world.chat.routing.departments.list(world.tenantId))
    assert.isNull((await world.stored(conversation)).departmentId)
  })

  test('none of it is for those who may not manage the chat, or of another tenant', async ({
    client,
    assert,
  }) => {
    const [world, theirs] = [await ChatWorld.create(), await ChatWorld.create()]
    const anna = await serving(theirs, 'Their Anna')
    const sales = await theirs.chat.routing.departments.create(theirs.tenantId, 'Theirs')
    const own = await serving(world, 'Own')
    const employee = await world.user('employee')
    const owner = await world.user('owner')
    const settings = { max_concurrent_chats: '9' }

    for (const path of ['/agents', '/agents/create', `/agents/${own.externalId}/edit`]) {
      const page = await new InboxClient(client, employee).page(path)
      page.assertStatus(403)
    }
    const refused = [
      await new InboxClient(client, employee).submit('/agents', { user_id: String(employee.id) }),
      await put(client, employee, `/agents/${own.externalId}`, settings),
      await remove(client, employee, `/agents/${own.externalId}`),
      await new InboxClient(client, employee).submit('/departments', { name: 'Mine' }),
    ]
    for (const answer of refused) answer.assertStatus(403)

    const unknown = [
      await put(client, owner, `/agents/${anna.externalId}`, settings),
      await remove(client, owner, `/agents/${anna.externalId}`),
      await put(client, owner, `/departments/${sales.externalId}`, { name: 'Taken' }),
      await remove(client, owner, `/departments/${sales.externalId}`),
    ]
    for (const answer of unknown) answer.assertStatus(404)
    assert.notInclude((await new InboxClient(client, owner).page('/agents')).text(), 'Their')
    const kept = await Agent.findOrFail(anna.id)
    assert.deepEqual([kept.isServing, kept.maxConcurrentChats], [true, 5])

    const mixed = await put(client, owner, `/agents/${own.externalId}`, {
      ...settings,
      'department_ids[]': sales.externalId,
      'widget_ids[]': theirs.widget.externalId,
    })
    mixed.assertStatus(422)
    const { agent, scope } = await world.chat.agents.roster.find(world.tenantId, own.externalId)
    assert.equal(agent.maxConcurrentChats, 5)
    assert.deepEqual(scope, { widgetIds: [], departmentIds: [] })
  })
})
