import { test } from '@japa/runner'
import AuditEntry from '#chat/models/audit_entry'
import IdentityKey from '#chat/models/identity_key'
import { ChatWorld } from '#tests/helpers/chat_world'
import { pairOf } from './signing.js'

const pageOf = ({ widget }: ChatWorld) => `/settings/chat-widgets/${widget.externalId}/identity`

test.group('Settings > Chat Widgets > Verified visitors (V6)', () => {
  test('a new secret is shown once, and kept encrypted; the snippets name the widget', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('admin')
    const page = pageOf(world)
    const made = await client.post(`${page}/secret`).loginAs(admin).withCsrfToken()
    const secret = /idsec_[\w-]{43}/.exec(made.text())?.[0]
    assert.exists(secret)
    const again = await client.get(page).loginAs(admin)
    assert.notInclude(again.text(), secret!)
    for (const part of [
      world.widget.publicKey,
      'Node.js',
      'PHP',
      'Python',
      'Ruby',
      secret!.slice(-4),
    ]) {
      assert.include(again.text(), part)
    }
    const stored = await IdentityKey.query().where('widget_id', world.widget.id).firstOrFail()
    assert.notInclude(stored.value, secret!)
  })

  test('keys are added and removed; what is none comes back with the reason', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('admin')
    const page = pageOf(world)
    const { pem } = await pairOf('ES256', 'k')
    const send = (form: object) => client.post(page).loginAs(admin).withCsrfToken().form(form)
    await send({ public_key: pem, key_set: '' })
    const refused = await send({ public_key: 'hello', key_set: '' }).accept('html' as never)
    refused.assertStatus(422)
    assert.include(refused.text(), 'Paste a public key in PEM format')
    const empty = await send({ public_key: '', key_set: '' }).accept('html' as never)
    empty.assertStatus(422)
    assert.include(empty.text(), 'Paste a public key, or enter the address of a key set')

    const [key] = await world.chat.visitors.identityKeys.list(world.widget)
    assert.equal(key.hint, 'ES256')
    await client.delete(`${page}/${key.externalId}`).loginAs(admin).withCsrfToken()
    assert.lengthOf(await world.chat.visitors.identityKeys.list(world.widget), 0)
    const entries = await AuditEntry.query().where('tenant_id', world.tenantId).orderBy('id')
    const actions = entries.map(({ action }) => action).filter((name) => name.includes('identity'))
    assert.deepEqual(actions, ['widget.identity_key_added', 'widget.identity_key_removed'])
  })

  test('another tenant’s widget is not found, and an employee may not look', async ({ client }) => {
    const world = await ChatWorld.create()
    const stranger = await (await ChatWorld.create()).user('admin')
    ;(await client.get(pageOf(world)).loginAs(stranger)).assertStatus(404)
    ;(await client.get(pageOf(world)).loginAs(await world.user('employee'))).assertStatus(403)
  })
})
