import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Ticket from '#crm/models/ticket'
import { createTicketWithin } from '#crm/services/tickets/create_ticket'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

const create = (title: string, tenantId = 'default') =>
  db.transaction((trx) =>
    createTicketWithin(tenantId, { title, description: null, personId: null, ownerId: null }, trx)
  )

test.group('Tickets', (group) => {
  group.each.setup(emptyCrm)

  test('are listed by status, and close and reopen', async ({ client, assert }) => {
    const user = await createUser('employee')
    const ticket = await create('Refund <now>')
    await create('Of another company', 'other')
    const list = async (query = '') => (await client.get(`/tickets${query}`).loginAs(user)).text()
    assert.include(await list(), 'Refund &lt;now&gt;')
    assert.notInclude(await list(), 'Of another company')
    assert.include(await list('?status=closed'), 'No closed tickets')

    for (const status of ['closed', 'open'] as const) {
      const answer = await client.put(ticket.url).loginAs(user).withCsrfToken().form({ status })
      answer.assertStatus(200)
      assert.include(answer.text(), `T-1001 is ${status}.`)
      await ticket.refresh()
      assert.equal(ticket.status, status)
    }
  })

  test('of another company do not exist', async ({ client }) => {
    const user = await createUser('owner')
    const { url } = await create('Refund', 'other')
    const page = await client.get(url).loginAs(user)
    page.assertStatus(404)
    const change = client.put(url).loginAs(user).withCsrfToken().json({ status: 'closed' })
    ;(await change).assertStatus(404)
  })

  test('have no status but these', async ({ client, assert }) => {
    const user = await createUser('employee')
    const { id, url } = await create('Refund')
    const change = client.put(url).loginAs(user).withCsrfToken().accept('json')
    ;(await change.json({ status: 'lost' })).assertStatus(422)
    assert.equal((await Ticket.findOrFail(id)).status, 'open')
  })
})
