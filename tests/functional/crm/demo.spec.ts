import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import Lead from '#crm/models/lead'
import Person from '#crm/models/person'
import User from '#crm/models/user'
import { seedCrmDemo } from '#crm/demo/seed'
import { crmChatHost } from '#crm/services/crm_chat_host'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

test.group('Demo data', (group) => {
  group.each.setup(emptyCrm)

  test('fills an empty CRM once, with the chat switched on', async ({ assert }) => {
    assert.isTrue(await seedCrmDemo())
    assert.isFalse(await seedCrmDemo())

    const people = await Person.all()
    const leads = await Lead.all()
    assert.lengthOf(people, 30)
    assert.lengthOf(leads, 25)
    assert.isTrue(await crmChatHost.isModuleEnabled('default'))
    for (const email of ['admin@example.com', 'agent@example.com', 'agent2@example.com']) {
      const user = await User.verifyCredentials(email, 'password')
      assert.isTrue(user.isActive)
    }
  }).timeout(30_000)
})

test.group('API tokens', (group) => {
  group.each.setup(emptyCrm)

  test('are refused for an unknown address', async ({ assert }) => {
    const command = await ace.exec('crm:token', ['nobody@crm.example'])
    assert.equal(command.exitCode, 1)
  })

  test('belong to the user whose address was given', async ({ assert }) => {
    const user = await createUser('employee')
    const command = await ace.exec('crm:token', [user.email])
    assert.notEqual(command.exitCode, 1)
    const tokens = await User.accessTokens.all(user)
    assert.lengthOf(tokens, 1)
  })
})
