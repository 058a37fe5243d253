import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Widget from '#chat/models/widget'
import Conversation from '#chat/models/conversation'
import type { ChatConfig } from '#chat/config/chat_config'
import { widgetDefaults } from '#chat/services/widgets/widget_attributes'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer, request } from '#tests/helpers/widget_client'
import { FORM, LIST, pathOf, send } from './form.js'

const WEEK = {
  enabled: '1',
  timezone: 'Europe/Vienna',
  monday: { enabled: '1', start: '09:00', end: '17:30' },
  friday: { enabled: '1', start: '18:00', end: '02:00' },
  sunday: { start: '09:00', end: '17:00' },
}

/** Whether a website that carries this key gets its chat. */
const statusOfLoader = async (key: string) =>
  (await request(`${ownServer()}/p/chat/${key}.js`, { method: 'GET' })).status

test.group('Shaping widgets', () => {
  test('the form sets every attribute', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const response = await send(client, owner, 'post', LIST, { ...FORM, business_hours: WEEK })
    response.assertStatus(302)

    const widget = await Widget.query()
      .where({ tenant_id: world.tenantId })
      .orderBy('id', 'desc')
      .firstOrFail()
    response.assertHeader('location', `${pathOf(widget)}/edit`)
    assert.containsSubset(widget.toJSON(), {
      name: 'Shop',
      isActive: true,
      primaryColor: '#0f766e',
      position: 'bottom-left',
      borderRadius: 16,
      launcherSize: 56,
      launcherIcon: 'help',
      logoUrl: 'https://cdn.example/logo.png',
      theme: 'dark',
      welcomeMessage: 'How may we help?',
      collectName: false,
      collectEmail: true,
      contactRequired: false,
      showBranding: false,
      soundEnabled: true,
      trackVisitors: false,
      allowedOrigins: ['https://shop.example', '*.example.org'],
      userCreatedId: String(owner.id),
    })
    assert.deepEqual(widget.businessHours, {
      timezone: 'Europe/Vienna',
      monday: { enabled: true, start: '09:00', end: '17:30' },
      tuesday: { enabled: false },
      wednesday: { enabled: false },
      thursday: { enabled: false },
      friday: { enabled: true, start: '18:00', end: '02:00' },
      saturday: { enabled: false },
      sunday: { enabled: false },
    })
  })

  test('hours that are switched off are not kept', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const hours = { ...WEEK, enabled: undefined }
    await send(client, owner, 'put', pathOf(world.widget), { ...FORM, business_hours: hours })
    await world.widget.refresh()
    assert.isNull(world.widget.businessHours)
    assert.equal(world.widget.name, 'Shop')
    assert.equal(world.widget.userUpdatedId, String(owner.id))
  })

  test('the form of a new widget shows the defaults and no code yet', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const page = await client.get(`${LIST}/create`).loginAs(owner)
    page.assertStatus(200)
    for (const text of [widgetDefaults().welcomeTitle, widgetDefaults().primaryColor]) {
      assert.include(page.text(), text)
    }
    assert.notInclude(page.text(), '/p/chat/')
  })

  test('the page of a widget holds the code for the website', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const page = await client.get(`${pathOf(world.widget)}/edit`).loginAs(await world.user('owner'))
    const { publicUrl } = app.config.get<ChatConfig>('chat')
    assert.include(
      page.text().replaceAll('&quot;', '"').replaceAll('&#x3D;', '='),
      `&lt;script src="${publicUrl}/p/chat/${world.widget.publicKey}.js" async&gt;&lt;/script&gt;`
    )
  })

  test('a widget that is switched off is on no website until it is switched on', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const { publicKey } = world.widget
    assert.equal(await statusOfLoader(publicKey), 200)
    await send(client, owner, 'post', `${pathOf(world.widget)}/toggle`)
    assert.equal(await statusOfLoader(publicKey), 404)
    await send(client, owner, 'post', `${pathOf(world.widget)}/toggle`)
    assert.equal(await statusOfLoader(publicKey), 200)
  })

  test('a new key stops the old code immediately', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const old = world.widget.publicKey
    await send(client, owner, 'post', `${pathOf(world.widget)}/regenerate-key`)
    await world.widget.refresh()
    assert.notEqual(world.widget.publicKey, old)
    assert.match(world.widget.publicKey, /^[0-9a-f]{64}$/)
    assert.equal(await statusOfLoader(old), 404)
    assert.equal(await statusOfLoader(world.widget.publicKey), 200)
  })

  test('a deleted widget is gone, its conversations stay', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    const { conversation } = await world.chatting({ name: 'Jane' })
    const response = await send(client, owner, 'delete', pathOf(world.widget))
    response.assertHeader('location', LIST)

    assert.equal(await statusOfLoader(world.widget.publicKey), 404)
    const page = await client.get(`${pathOf(world.widget)}/edit`).loginAs(owner)
    page.assertStatus(404)
    assert.isNotNull(await Conversation.find(conversation.id))
  })

  test('a list without widgets says what to do next', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    await world.chat.widgets.remove(world.widget, null)
    const page = await client.get(LIST).loginAs(await world.user('owner'))
    assert.include(page.text(), 'href="/settings/chat-widgets/setup">Set up Live Chat')
  })

  test('texts of a widget are shown as texts, never run', async ({ client, assert }) => {
    const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}'`
    const world = await ChatWorld.create({
      name: attack,
      welcomeTitle: attack,
      welcomeMessage: `</textarea>${attack}`,
      offlineMessage: attack,
      inputPlaceholder: attack,
    })
    const owner = await world.user('owner')
    for (const path of [LIST, `${pathOf(world.widget)}/edit`]) {
      const page = await client.get(path).loginAs(owner)
      page.assertStatus(200)
      assert.notInclude(page.text(), '<script>alert')
      assert.notInclude(page.text(), '<img src=x')
      assert.notInclude(page.text(), '</textarea>"')
    }
  })
})
