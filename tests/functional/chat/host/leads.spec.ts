import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { defineLeads, defineTickets } from '#chat/main'
import { Contact, contacts, withContacts } from './contacts.js'

const leads = defineLeads({
  model: contacts,
  title: 'firstName',
  description: 'notes',
  source: 'phone',
  person: 'lastName',
  owner: 'ownerId',
  tenant: 'organisation',
  defaults: async () => ({ stage: 'new' }),
  number: ({ id }) => `D-${id}`,
  url: ({ id }) => `/deals/${id}`,
})

const draft = {
  title: 'Chat with Vera',
  description: 'Vera: Hello',
  personId: '3',
  source: 'Chat',
  ownerId: '7',
}

const create = (more: object = {}) =>
  db.transaction((trx) => leads.createLead('one', { ...draft, ...more }, trx))

test.group('Leads of a host’s model', (group) => {
  withContacts(group)

  test('are made of the conversation, with what the host says beside it', async ({ assert }) => {
    const lead = await create()
    const { id, $attributes } = await Contact.firstOrFail()
    assert.deepInclude($attributes, {
      organisation: 'one',
      firstName: 'Chat with Vera',
      notes: 'Vera: Hello',
      phone: 'Chat',
      lastName: '3',
      ownerId: '7',
      stage: 'new',
    })
    assert.deepEqual(lead, {
      id: String(id),
      number: `D-${id}`,
      title: 'Chat with Vera',
      url: `/deals/${id}`,
    })
  })

  test('are found in their tenant only', async ({ assert }) => {
    const { id } = await create()
    assert.equal((await leads.findLead('one', id))?.id, id)
    assert.isNull(await leads.findLead('two', id))
  })

  test('have a title that fits, and a number without the host’s saying', async ({ assert }) => {
    const plain = defineLeads({ model: contacts, title: 'firstName', url: () => '/deals' })
    const lead = await db.transaction((trx) =>
      plain.createLead('default', { ...draft, title: 'x'.repeat(300) }, trx)
    )
    assert.lengthOf(lead.title, 190)
    assert.equal(lead.number, `#${lead.id}`)
  })

  test('are kept as tickets are', async ({ assert }) => {
    const tickets = defineTickets({
      model: contacts,
      title: 'firstName',
      tenant: 'organisation',
      defaults: () => ({ stage: 'open' }),
      url: ({ id }) => `/tickets/${id}`,
    })
    const ticket = await db.transaction((trx) => tickets.createTicket('one', draft, trx))
    assert.equal((await Contact.firstOrFail()).stage, 'open')
    assert.deepEqual(await tickets.findTicket('one', ticket.id), ticket)
    assert.isNull(await tickets.findTicket('two', ticket.id))
  })
})
