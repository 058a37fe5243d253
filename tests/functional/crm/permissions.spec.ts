import { test } from '@japa/runner'
import { ROLES, roleHolds, type Permission } from '#crm/auth/permissions'
import { createLead } from '#crm/services/leads/save_lead'
import { savePerson } from '#crm/services/people/save_person'
import { createUser, emptyCrm, leadInput, personInput } from '#tests/functional/crm/support'

const EVERYBODY = ['owner', 'admin', 'manager', 'employee']
const LEADING = ['owner', 'admin', 'manager']
const ADMINISTERING = ['owner', 'admin']

const HELD: Record<Permission, string[]> = {
  'view people': EVERYBODY,
  'edit people': EVERYBODY,
  'view leads': EVERYBODY,
  'edit leads': EVERYBODY,
  'view tickets': EVERYBODY,
  'edit tickets': EVERYBODY,
  'delete people': LEADING,
  'delete leads': LEADING,
  'manage modules': ADMINISTERING,
  'manage settings': ADMINISTERING,
  'view chat': EVERYBODY,
  'see all chats': EVERYBODY,
  'reply chat': EVERYBODY,
  'delete chat': LEADING,
  'manage chat': LEADING,
}

test.group('Permissions', (group) => {
  group.each.setup(emptyCrm)

  test('belong to the roles that they were meant for', ({ assert }) => {
    for (const [permission, roles] of Object.entries(HELD)) {
      const holding = ROLES.filter((role) => roleHolds(role, permission as Permission))
      assert.deepEqual(holding, roles, permission)
    }
  })

  test('an inactive user holds none', async ({ assert }) => {
    const user = await createUser('owner', { isActive: false })
    assert.isFalse(user.can('view people'))
  })

  test('{role} is let in where the role allows it, and forbidden elsewhere')
    .with(ROLES.map((role) => ({ role })))
    .run(async ({ client, assert }, { role }) => {
      const user = await createUser(role)
      for (const path of [
        '/leads',
        '/leads/board',
        '/leads/create',
        '/people',
        '/people/create',
        '/tickets',
      ]) {
        const response = await client.get(path).loginAs(user)
        assert.equal(response.status(), 200, path)
      }
      for (const path of ['/settings', '/settings/modules']) {
        const response = await client.get(path).loginAs(user)
        assert.equal(response.status(), ADMINISTERING.includes(role) ? 200 : 403, path)
      }
    })

  test('an employee deletes neither people nor leads', async ({ client }) => {
    const user = await createUser('employee')
    const person = await savePerson('default', personInput())
    const lead = await createLead('default', leadInput())
    for (const url of [person.url, lead.url]) {
      const response = await client.delete(url).loginAs(user).withCsrfToken().accept('json')
      response.assertStatus(403)
    }
    await person.refresh()
    await lead.refresh()
  })
})
