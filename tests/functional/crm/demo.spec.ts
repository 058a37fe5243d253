import { test } from '@japa/runner'
import Lead from '#crm/models/lead'
import Person from '#crm/models/person'
import User from '#crm/models/user'
import { seedCrmDemo } from '#database/seeders/crm/seed'
import { crmChatHost } from '#crm/services/crm_chat_host'
import { emptyCrm } from '#tests/functional/crm/support'

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
