import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ModuleState from '#crm/models/module_state'
import { findModule } from '#crm/services/modules/module_registry'
import { ModuleSwitch, moduleSwitch } from '#crm/services/modules/module_switch'
import { crmChatHost } from '#crm/services/crm_chat_host'
import { ChatWorld } from '#tests/helpers/chat_world'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

const entry = () => findModule('chat')!.definition.sidebar[0]

test.group('Modules', (group) => {
  group.each.setup(emptyCrm)

  test('are off until an admin switches them on, which takes effect immediately', async ({
    client,
    assert,
  }) => {
    const admin = await createUser('admin')
    assert.isFalse(await crmChatHost.isModuleEnabled('default'))

    const page = await client.get('/settings/modules').loginAs(admin)
    assert.include(page.text(), findModule('chat')!.definition.name)
    assert.notInclude(page.text(), `href="${entry().href}"`)

    await client
      .put('/settings/modules/chat')
      .loginAs(admin)
      .withCsrfToken()
      .form({ enabled: '1' })
      .redirects(0)
    assert.isTrue(await crmChatHost.isModuleEnabled('default'))
    assert.isFalse(await crmChatHost.isModuleEnabled('other'))

    const after = await client.get('/leads').loginAs(admin)
    assert.include(after.text(), `href="${entry().href}"`)
    assert.include(after.text(), `id="${entry().badgeId}"`)
  })

  test('say what stops before they are switched off, and ask', async ({ client, assert }) => {
    const admin = await createUser('admin')
    const definition = findModule('chat')!.definition
    assert.include(
      (await definition.disableConsequences!('default')).at(-1),
      'disconnected from the inbox'
    )
    await moduleSwitch.toggle('chat', 'default', true)
    const world = await ChatWorld.create()
    await world.addWidget({ name: 'Off', isActive: false })
    await world.chatting()
    assert.deepEqual(await definition.disableConsequences!(world.tenantId), [
      '1 open conversation stops. Neither side can write.',
      '1 widget disappears from its website.',
      'Agents are disconnected from the inbox.',
    ])
    await world.chatting()
    const [first] = await definition.disableConsequences!(world.tenantId)
    assert.match(first, /^2 open conversations stop/)

    const page = (await client.get('/settings/modules').loginAs(admin)).text()
    const [button, dialog] = page.split('popover role="dialog"')
    assert.match(button, /popovertarget="disable-chat"/)
    assert.notInclude(button, 'name="enabled"')
    assert.include(dialog, 'disconnected from the inbox')
    assert.include(dialog, 'Nothing is deleted')
    assert.match(dialog, /name="enabled" value="0"/)
  })

  test('are not switched by those who manage no modules', async ({ client, assert }) => {
    const manager = await createUser('manager')
    const response = await client
      .put('/settings/modules/chat')
      .loginAs(manager)
      .withCsrfToken()
      .accept('json')
      .json({ enabled: true })
    response.assertStatus(403)
    assert.isFalse(await crmChatHost.isModuleEnabled('default'))
  })

  test('show settings pages only to those who hold the permission', async ({ client, assert }) => {
    await moduleSwitch.toggle('chat', 'default', true)
    const settings = findModule('chat')!.definition.settings[0]
    const manager = await createUser('manager')
    const employee = await createUser('employee')
    const forManager = await client.get('/leads').loginAs(manager)
    const forEmployee = await client.get('/leads').loginAs(employee)
    assert.include(forManager.text(), settings.href)
    assert.notInclude(forEmployee.text(), settings.href)
    assert.include(forEmployee.text(), `href="${entry().href}"`)
  })

  test('notify listeners of every switch, once', async ({ assert }) => {
    const heard: [string, boolean][] = []
    crmChatHost.onModuleToggled((tenantId, enabled) => heard.push([tenantId, enabled]))
    await moduleSwitch.toggle('chat', 'default', true)
    await moduleSwitch.toggle('chat', 'default', true)
    await moduleSwitch.toggle('other-module', 'default', true)
    await moduleSwitch.toggle('chat', 'default', false)
    assert.deepEqual(heard, [
      ['default', true],
      ['default', false],
    ])
  })

  test('are stored without a read, so that they wait for other processes that write', async ({
    assert,
  }) => {
    const client = db.connection().getWriteClient()
    const sent: string[] = []
    const note = ({ sql }: { sql?: string }) => void sent.push(sql ?? '')
    client.on('query', note)
    await moduleSwitch.toggle('quotes', 'default', true)
    await moduleSwitch.toggle('quotes', 'default', false)
    client.off('query', note)
    const ofSwitch = sent.filter((sql) => /modules/i.test(sql))
    assert.lengthOf(ofSwitch, 2)
    assert.isTrue(ofSwitch.every((sql) => /^insert/i.test(sql)))
    const stored = await ModuleState.query().where({ tenant_id: 'default', module_id: 'quotes' })
    assert.deepEqual(
      stored.map(({ enabled }) => enabled),
      [false]
    )
  })

  test('notice within a second what another process has switched', async () => {
    await moduleSwitch.toggle('chat', 'default', true)
    await new ModuleSwitch().toggle('chat', 'default', false)
    while (await crmChatHost.isModuleEnabled('default')) await wait(20)
  })

  test('an unknown module is a 404', async ({ client }) => {
    const admin = await createUser('admin')
    const response = await client
      .put('/settings/modules/nothing')
      .loginAs(admin)
      .withCsrfToken()
      .accept('json')
      .json({ enabled: true })
    response.assertStatus(404)
  })
})
