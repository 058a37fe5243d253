import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { definePeople } from '#chat/main'
import { Contact, contacts, withContacts } from './contacts.js'

const url = ({ id }: Contact) => `/contacts/${id}`

const ofTenants = definePeople({
  model: contacts,
  name: ['firstName', 'lastName'],
  email: 'address',
  phone: 'phone',
  owner: 'ownerId',
  tenant: 'organisation',
  url,
})

const simple = definePeople({ model: contacts, name: 'firstName', email: 'address', url })

const blank = { name: null, email: null, phone: null, ownerId: null }

test.group('People of a host’s model', (group) => {
  withContacts(group)

  test('are made of what the visitor has said', async ({ assert }) => {
    const draft = { name: 'Vera van Loon', email: ' vera@x.example ', phone: '123', ownerId: '7' }
    const person = await db.transaction((trx) => ofTenants.createPerson('one', draft, trx))
    const row = await Contact.findOrFail(person.id)
    assert.deepInclude(row.$attributes, {
      organisation: 'one',
      firstName: 'Vera',
      lastName: 'van Loon',
      address: 'vera@x.example',
      phone: '123',
      ownerId: '7',
    })
    assert.deepEqual(person, {
      id: String(row.id),
      name: 'Vera van Loon',
      email: 'vera@x.example',
      url: `/contacts/${row.id}`,
    })
  })

  test('have the local part of their address as name, where it is all that is known', async ({
    assert,
  }) => {
    const draft = { ...blank, email: 'jo@x.example' }
    const person = await db.transaction((trx) => simple.createPerson('default', draft, trx))
    assert.equal(person.name, 'jo')
  })

  test('are found by id and by address, in their tenant only', async ({ assert }) => {
    const row = await Contact.create({
      organisation: 'one',
      firstName: 'Ann',
      address: 'Ann@X.example',
    })
    const id = String(row.id)
    assert.equal((await ofTenants.findPerson('one', id))?.name, 'Ann')
    assert.equal((await ofTenants.findPersonByEmail('one', ' ann@x.EXAMPLE '))?.id, id)
    assert.equal((await simple.findPersonByEmail('default', 'ann@x.example'))?.id, id)
    assert.isNull(await ofTenants.findPerson('two', id))
    assert.isNull(await ofTenants.findPersonByEmail('two', 'ann@x.example'))
    assert.isNull(await ofTenants.findPerson('one', '0'))
  })

  test('keep what is known of them, and get what is not', async ({ assert }) => {
    const row = await Contact.create({ organisation: 'one', firstName: 'Ann', phone: '1' })
    const draft = { name: 'Anna Other', email: 'ann@x.example', phone: '2', ownerId: '7' }
    await db.transaction((trx) => ofTenants.completePerson('one', String(row.id), draft, trx))
    await row.refresh()
    assert.deepInclude(row.$attributes, { firstName: 'Ann', phone: '1', address: 'ann@x.example' })
  })

  test('are not there when the chat’s transaction fails', async ({ assert }) => {
    const failed = db.transaction(async (trx) => {
      await simple.createPerson('default', { ...blank, name: 'Gone' }, trx)
      throw new Error('too late')
    })
    await failed.catch(() => {})
    assert.isNull(await Contact.first())
  })
})
