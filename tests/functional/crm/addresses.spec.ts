import { test } from '@japa/runner'
import User from '#crm/models/user'
import { crmChatHost } from '#crm/services/crm_chat_host'
import { savePerson } from '#crm/services/people/save_person'
import { createUser, emptyCrm, personInput } from '#tests/functional/crm/support'

const work = (address: string) => ({ address, type: 'work', isPrimary: false })

test.group('Addresses that differ in an accent', (group) => {
  group.each.setup(emptyCrm)

  test('are two, on one person as well', async ({ assert }) => {
    const input = personInput({ emails: [work('jane@shop.example'), work('jàne@shop.example')] })
    const person = await savePerson('default', input)
    await person.load('emails')
    assert.lengthOf(person.emails, 2)
  })

  test('do not lead to each other’s people and users', async ({ assert }) => {
    await savePerson('default', personInput({ emails: [work('jane@shop.example')] }))
    assert.isNotNull(await crmChatHost.findPersonByEmail('default', 'JANE@shop.example'))
    assert.isNull(await crmChatHost.findPersonByEmail('default', 'jàne@shop.example'))

    const user = await createUser('employee')
    assert.isNull(await User.findBy('email', user.email.replace('e', 'é')))
  })
})
