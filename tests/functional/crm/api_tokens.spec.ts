import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { Secret } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import User from '#crm/models/user'
import AuditEntry from '#chat/models/audit_entry'
import { ChatWorld } from '#tests/helpers/chat_world'

const PAGE = '/settings/api-tokens'
const DAY_MS = 86_400_000
const SECRET = /data-copy-text>(oat_[\w.-]+)</

function submit(client: ApiClient, user: User, form: Record<string, unknown>) {
  const input = { 'name': 'Warehouse', 'expires': '90', 'abilities[]': 'view chat', ...form }
  return client.post(PAGE).loginAs(user).withCsrfToken().form(input).redirects(0)
}

const page = async (client: ApiClient, user: User) => (await client.get(PAGE).loginAs(user)).text()

const revoke = (client: ApiClient, user: User, id: unknown) =>
  client.delete(`${PAGE}/${id}`).loginAs(user).withCsrfToken().redirects(0)

const tokenOf = async (user: User) => (await User.accessTokens.all(user))[0]

test.group('Settings > API tokens', () => {
  test('a new token is shown a single time, and its hash never', async ({ assert, client }) => {
    const world = await ChatWorld.create()
    const user = await world.user('employee')
    const made = await submit(client, user, {})
    made.assertHeader('location', PAGE)

    const first = await client.get(PAGE).loginAs(user).withSession(made.session())
    const [, value] = SECRET.exec(first.text())!
    assert.include(first.header('cache-control'), 'no-store')
    const token = await User.accessTokens.verify(new Secret(value))
    assert.containsSubset(token, { tokenableId: user.id, name: 'Warehouse' })
    assert.deepEqual(token!.abilities, ['view chat'])
    assert.closeTo(token!.expiresAt!.getTime(), Date.now() + 90 * DAY_MS, 60_000)

    const again = await client.get(PAGE).loginAs(user).withSession(first.session())
    assert.include(again.text(), 'Warehouse')
    assert.notMatch(again.text(), /oat_/)
    assert.notInclude(first.text() + again.text(), token!.hash)
  })

  test('a token can be without an expiry', async ({ assert, client }) => {
    const user = await (await ChatWorld.create()).user()
    await submit(client, user, { expires: 'none' })
    assert.isNull((await tokenOf(user)).expiresAt)
    assert.include(await page(client, user), 'Never')
  })

  test('a token is given what its owner holds, a name and a known expiry', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('employee')
    const form = (await client.get(`${PAGE}/create`).loginAs(user)).text()
    assert.include(form, 'value="reply chat"')
    assert.notInclude(form, 'value="manage chat"')
    for (const [field, refused] of Object.entries({
      abilities: [[], ['manage chat'], ['*'], ['view chat', 'fly'], 'view chat'],
      expires: ['7', '', '-1', '9999999'],
      name: ['', '   ', 'x'.repeat(101)],
    })) {
      for (const value of refused) {
        const answer = await client
          .post(PAGE)
          .loginAs(user)
          .withCsrfToken()
          .accept('json')
          .json({ name: 'X', expires: '30', abilities: ['view chat'], [field]: value })
        answer.assertStatus(422)
        assert.match(answer.body().errors[0].field, new RegExp(`^${field}`), String(value))
      }
    }
    assert.lengthOf(await User.accessTokens.all(user), 0)
  })

  test('the list says what each token is', async ({ assert, client }) => {
    const user = await (await ChatWorld.create()).user()
    const abilities = ['view chat', 'reply chat']
    await User.accessTokens.create(user, abilities, { name: '<b>Old</b>', expiresIn: -60 })
    await User.accessTokens.create(user)
    const html = await page(client, user)
    for (const text of [
      '&lt;b&gt;Old&lt;/b&gt;',
      'view chat, reply chat',
      'Expired',
      'Everything the owner may do',
      'Unnamed',
    ]) {
      assert.include(html, text)
    }
  })

  test('one sees and revokes their own; who manages the settings, everyone’s of the company', async ({
    assert,
    client,
  }) => {
    const [world, elsewhere] = [await ChatWorld.create(), await ChatWorld.create()]
    const [anna, bob] = [await world.user('employee', 'Anna'), await world.user('manager', 'Bob')]
    const [admin, stranger] = [await world.user('admin', 'Ada'), await elsewhere.user('owner')]
    for (const user of [anna, stranger]) {
      await User.accessTokens.create(user, ['*'], { name: `Of ${user.id}` })
    }
    const { identifier } = await tokenOf(anna)
    assert.include(await page(client, anna), `Of ${anna.id}`)
    assert.notInclude(await page(client, bob), `Of ${anna.id}`)
    const all = await page(client, admin)
    assert.include(all, `Of ${anna.id}`)
    assert.include(all, anna.email)
    assert.notInclude(all, `Of ${stranger.id}`)

    for (const user of [bob, stranger]) {
      const answer = await revoke(client, user, identifier)
      answer.assertStatus(404)
    }
    const foreign = await revoke(client, admin, (await tokenOf(stranger)).identifier)
    foreign.assertStatus(404)
    assert.lengthOf(await User.accessTokens.all(anna), 1)

    const revoked = await revoke(client, admin, identifier)
    revoked.assertHeader('location', PAGE)
    assert.lengthOf(await User.accessTokens.all(anna), 0)
    const again = await revoke(client, admin, identifier)
    again.assertStatus(404)
  })

  test('making and revoking are in the audit log, with who did it', async ({ assert, client }) => {
    const world = await ChatWorld.create()
    const [anna, admin] = [await world.user('employee', 'Anna'), await world.user('admin')]
    await submit(client, anna, {})
    await revoke(client, admin, (await tokenOf(anna)).identifier)
    const entries = await AuditEntry.query()
      .where({ tenant_id: world.tenantId, area: 'permission' })
      .orderBy('id')
    const subjectName = `${anna.email} (Warehouse)`
    assert.containsSubset(entries, [
      { action: 'permission.token_created', userId: String(anna.id), subjectName },
      { action: 'permission.token_revoked', userId: String(admin.id), subjectName },
    ])
  })

  test('a guest is sent to the log-in page', async ({ client }) => {
    const answer = await client.get(PAGE).redirects(0)
    answer.assertHeader('location', '/login')
  })
})

test.group('The last use of an API token', () => {
  test('is noted for its holder alone, and once a minute', async ({ assert }) => {
    const user = await (await ChatWorld.create()).user()
    const made = await User.accessTokens.create(user)
    const value = made.value!.release()
    const [prefix] = value.split('.')
    assert.isNull(await User.accessTokens.verify(new Secret(`${prefix}.bm9uc2Vuc2U`)))
    assert.isNull((await tokenOf(user)).lastUsedAt)

    await User.accessTokens.verify(made.value!)
    const used = (await tokenOf(user)).lastUsedAt!.getTime()
    assert.closeTo(used, Date.now(), 10_000)
    await User.accessTokens.verify(made.value!)
    assert.equal((await tokenOf(user)).lastUsedAt!.getTime(), used)

    const row = db.from('auth_access_tokens').where('id', Number(made.identifier))
    await row.update({ last_used_at: new Date(Date.now() - 120_000) })
    await User.accessTokens.verify(made.value!)
    assert.closeTo((await tokenOf(user)).lastUsedAt!.getTime(), Date.now(), 10_000)
  })
})
