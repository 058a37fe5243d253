import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#crm/models/user'
import AuditEntry from '#chat/models/audit_entry'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WEBHOOK } from '../api/routes.js'

const PAGE = '/settings/chat-audit'
const COLOR = '#dc2626'

/** The actions in a tenant's log, the oldest first. */
async function actionsOf({ tenantId }: ChatWorld) {
  const entries = await AuditEntry.query().where('tenant_id', tenantId).orderBy('id')
  return entries.map(({ action }) => action)
}

const pageFor = (client: ApiClient, user: User, query = '') =>
  client.get(PAGE + query).loginAs(user)

test.group('The audit log', () => {
  test('each change of settings, team and data is there, with who made it', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const { chat, tenantId } = world
    const user = await world.user('owner', 'Olga Owner')
    const agent = await world.agent('Olga Owner', user)
    const userId = String(user.id)
    await AuditEntry.query().where('tenant_id', tenantId).delete()

    const label = await chat.labels.create(tenantId, { name: 'Bug', color: COLOR }, userId)
    await chat.labels.update(label, { name: 'Fault', color: COLOR }, userId)
    await chat.labels.remove(label, userId)
    const sales = await chat.routing.departments.create(tenantId, 'Sales', userId)
    await chat.routing.departments.rename(sales, 'Sales EU', userId)
    await chat.routing.departments.remove(sales, userId)
    const canned = { shortcut: 'hi', title: 'Greeting', content: 'Hello' }
    const response = await chat.cannedResponses.create(tenantId, canned, userId)
    await chat.cannedResponses.update(response, { ...canned, content: 'Hi' }, userId)
    await chat.cannedResponses.remove(response, userId)
    const { webhook } = await chat.webhooks.create(tenantId, WEBHOOK, userId)
    await chat.webhooks.rotateSecret(webhook, userId)
    await chat.webhooks.update(webhook, { description: 'Stock' }, userId)
    await chat.webhooks.remove(webhook, userId)
    await chat.widgets.update(world.widget, { name: 'New shop' }, userId)
    await chat.widgets.regenerateKey(world.widget, userId)
    await chat.widgets.setActive(world.widget, false, userId)
    await chat.widgets.setActive(world.widget, true, userId)
    const settings = { maxConcurrentChats: 2, departmentIds: [], widgetIds: [] }
    await chat.agents.roster.update(agent, settings, userId)
    await chat.agents.roster.update(agent, { maxConcurrentChats: 3 }, userId)
    await chat.agents.roster.remove(agent, agent, 'keep')
    const { conversation } = await world.chatting()
    await chat.conversations.removal.remove(conversation, agent)
    await chat.widgets.remove(world.widget, userId)

    assert.deepEqual(await actionsOf(world), [
      'label.created',
      'label.updated',
      'label.deleted',
      'department.created',
      'department.renamed',
      'department.deleted',
      'canned_response.created',
      'canned_response.updated',
      'canned_response.deleted',
      'webhook.created',
      'webhook.secret_rotated',
      'webhook.updated',
      'webhook.deleted',
      'widget.updated',
      'widget.key_regenerated',
      'widget.deactivated',
      'widget.activated',
      'agent.added',
      'agent.updated',
      'agent.removed',
      'conversation.deleted',
      'widget.deleted',
    ])
    const entries = await AuditEntry.query().where('tenant_id', tenantId)
    assert.isTrue(entries.every((entry) => entry.userId === userId))
    const stored = JSON.stringify(entries)
    assert.notInclude(stored, world.widget.publicKey)
    assert.notInclude(stored, webhook.secret)

    const html = (await pageFor(client, user, '?area=label')).text()
    assert.match(html, /Olga Owner<\/strong> changed the label\s*<strong dir="auto">Fault/)
    assert.include(html, 'Changed: name')
    assert.notInclude(html, 'Sales EU')
  })

  test('refused changes and changes without effect leave no entry', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { chat, tenantId } = world
    const label = await chat.labels.create(tenantId, { name: 'Bug', color: COLOR })
    await assert.rejects(() => chat.labels.create(tenantId, { name: 'bug', color: COLOR }))
    await chat.labels.update(label, { name: 'Bug', color: COLOR })
    const actions = await actionsOf(world)
    assert.deepEqual(
      actions.filter((action) => action.startsWith('label.')),
      ['label.created']
    )
  })

  test('switching the module and exporting are recorded where a person does it', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('owner')
    await client
      .put('/settings/modules/chat')
      .loginAs(user)
      .withCsrfToken()
      .form({ enabled: 'false' })
      .redirects(0)
    await moduleSwitch.toggle('chat', world.tenantId, true)
    await (await client.get('/chat/export.csv?filter=closed').loginAs(user)).assertStatus(200)
    await (await client.get('/chat/dashboard/export').loginAs(user)).assertStatus(200)

    const entries = await AuditEntry.query()
      .where('tenant_id', world.tenantId)
      .whereIn('area', ['module', 'export'])
      .orderBy('id')
    assert.includeDeepMembers(
      entries.map(({ action, userId }) => [action, userId]),
      [
        ['module.disabled', String(user.id)],
        ['module.enabled', null],
        ['export.conversations', String(user.id)],
        ['export.dashboard', String(user.id)],
      ]
    )
  })

  test('the page goes back in time, shows one tenant alone, and is for managers', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const other = await ChatWorld.create()
    await other.chat.labels.create(other.tenantId, { name: 'Theirs', color: COLOR })
    for (let index = 1; index <= 60; index++) {
      await world.chat.audit.record({
        tenantId: world.tenantId,
        userId: null,
        action: 'label.created',
        subject: { id: '1', name: `<b>Label ${index}</b>` },
      })
    }
    const owner = await world.user('owner')
    const first = (await pageFor(client, owner, '?area=label')).text()
    assert.include(first, '&lt;b&gt;Label 60&lt;/b&gt;')
    assert.notInclude(first, 'Label 1&lt;')
    assert.notInclude(first, 'Theirs')
    const older = /rel="next" href="([^"]+)"/.exec(first)![1].replaceAll('&amp;', '&')
    const second = (await client.get(older).loginAs(owner)).text()
    assert.include(second, 'Label 1&lt;')
    assert.include(second, 'A program')

    for (const query of ['?area[]=x', '?area=nonsense', '?cursor=!!', '?cursor[a]=b']) {
      await (await pageFor(client, owner, query)).assertStatus(200)
    }
    const employee = await pageFor(client, await world.user('employee'))
    employee.assertStatus(403)
  })
})
