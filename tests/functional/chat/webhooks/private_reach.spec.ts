import { test } from '@japa/runner'
import { defineConfig } from '#chat/define_config'
import Webhook from '#chat/models/webhook'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { readEnvironment } from '../../../../bin/start/environment.js'
import { send } from '../settings/form.js'
import { hook } from './hooked.js'

const INSIDE = 'http://10.1.2.3/hooks'
const OTHER = 'http://10.9.9.9/hooks'
const EVENTS = ['chat.message.sent']
const FORM = { url: INSIDE, events: EVENTS }
const LIST = '/settings/chat-webhooks'

async function scene(cleanup: Parameters<typeof hook>[2]) {
  const world = await ChatWorld.create()
  const [admin, manager] = [await world.user('admin'), await world.user('manager')]
  const { webhook } = await hook(world, INSIDE, cleanup, { isActive: false })
  return { world, admin, manager, webhook, path: `${LIST}/${webhook.externalId}` }
}

const inside = (world: ChatWorld) => Webhook.query().where('tenant_id', world.tenantId)

test.group('Webhooks that reach private networks', () => {
  test('are allowed by no host that does not say so, and by the demo', ({ assert, cleanup }) => {
    const before = { ...process.env }
    cleanup(() => void Object.assign(process.env, before))
    delete process.env.CHAT_PRIVATE_WEBHOOKS
    assert.isFalse(defineConfig({} as never).webhooks.allowPrivateAddresses)
    process.env.NODE_ENV = 'production'
    assert.isUndefined(readEnvironment().CHAT_PRIVATE_WEBHOOKS)
    process.env.NODE_ENV = 'development'
    assert.equal(readEnvironment().CHAT_PRIVATE_WEBHOOKS, 'true')
  })

  test('take the permission to manage settings from a program', async ({ assert, cleanup }) => {
    const { world, admin, manager, webhook } = await scene(cleanup)
    const [api, its] = [await ApiCaller.for(manager), `/webhooks/${webhook.externalId}`]
    const made = { ...FORM, allow_private: true, is_active: false }
    const [outside, denied] = ['https://hooks.example/in', 'E_CHAT_PERMISSION_DENIED']
    const attempts = [
      await api.post('/webhooks', made),
      await api.post('/webhooks', { ...made, url: outside }),
      await api.put(its, { url: OTHER }),
      await api.put(its, { url: outside }),
    ]
    for (const { status, json } of attempts) {
      assert.deepEqual([status, json.errors[0].code], [403, denied])
    }
    assert.equal((await api.put(its, { allow_private: true, description: 'Ours' })).status, 200)
    assert.equal((await api.put(its, { url: outside, allow_private: false })).status, 200)
    assert.equal((await api.put(its, { allow_private: true })).status, 403)
    assert.lengthOf(await inside(world), 1)

    const strongest = await ApiCaller.for(admin)
    assert.equal((await strongest.post('/webhooks', made)).status, 201)
    assert.equal((await strongest.put(its, { url: OTHER, allow_private: true })).status, 200)
  })

  test('take the permission to manage settings in the form', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, admin, manager, webhook, path } = await scene(cleanup)
    const label = 'Allow private network addresses'
    assert.include((await client.get(`${path}/edit`).loginAs(admin)).text(), label)
    const form = (await client.get(`${path}/edit`).loginAs(manager)).text()
    assert.notInclude(form, label)
    assert.include(form, 'An administrator has allowed this private network address')
    assert.notInclude((await client.get(`${LIST}/create`).loginAs(manager)).text(), label)

    const forged = await send(client, manager, 'post', LIST, { ...FORM, allow_private: '1' })
    forged.assertStatus(403)
    const elsewhere = { ...FORM, url: OTHER }
    const moved = await send(client, manager, 'put', path, { ...elsewhere, allow_private: '1' })
    moved.assertStatus(403)
    ;(await send(client, manager, 'put', path, elsewhere)).assertStatus(422)

    ;(await send(client, manager, 'put', path, { ...FORM, description: 'Ours' })).assertStatus(302)
    await webhook.refresh()
    assert.deepEqual([webhook.description, webhook.allowPrivate], ['Ours', true])
    ;(
      await send(client, manager, 'put', path, { ...FORM, url: 'https://a.example/' })
    ).assertStatus(302)
    assert.isFalse((await webhook.refresh()).allowPrivate)

    ;(await send(client, admin, 'put', path, { ...elsewhere, allow_private: '1' })).assertStatus(
      302
    )
    assert.lengthOf(await inside(world), 1)
    assert.deepEqual([(await webhook.refresh()).url, webhook.allowPrivate], [OTHER, true])
  })
})
