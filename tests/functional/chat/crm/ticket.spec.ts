import { test } from '@japa/runner'
import Ticket from '#crm/models/ticket'
import TimelineEntry from '#crm/models/timeline_entry'
import { ChatWorld } from '#tests/helpers/chat_world'

const ticketsOf = (world: ChatWorld) => Ticket.query().where('tenant_id', world.tenantId)

const entriesOf = (world: ChatWorld) =>
  TimelineEntry.query().where({ tenant_id: world.tenantId, event: 'chat.ticket_created' })

test.group('Tickets of conversations', () => {
  test('have the person, the transcript without notes and the assignee as owner', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { conversation } = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    await world.reply(conversation, anna, 'How can I help?')
    await world.reply(conversation, anna, 'She owes us money', true)
    const ticket = await world.chat.crm.createTicket(conversation, bob)

    const [made] = await ticketsOf(world)
    const { ticketId, leadId, visitor } = await world.stored(conversation)
    assert.deepEqual([ticketId, leadId], [String(made.id), null])
    assert.equal(visitor.personId, String(made.personId))
    assert.deepInclude(ticket, { id: ticketId, number: 'T-1001', url: `/tickets/${made.id}` })
    assert.deepEqual([made.title, made.status], ['Chat with Vera', 'open'])
    assert.equal(String(made.ownerId), anna.userId)
    assert.include(made.description!, 'Anna: How can I help?')
    assert.notInclude(made.description!, 'owes us money')
  })

  test('are one per conversation, also when two agents create one concurrently', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { conversation } = await world.chatting({ name: 'Vera' })
    const results = await Promise.allSettled([
      world.chat.crm.createTicket(conversation, anna),
      world.chat.crm.createTicket(conversation, bob),
      world.chat.crm.convertToLead(conversation, anna),
    ])
    const refused = results.filter((result) => result.status === 'rejected')
    assert.deepEqual(
      refused.map(({ reason }) => reason.code),
      ['E_CHAT_HAS_TICKET']
    )
    assert.lengthOf(await ticketsOf(world), 1)
    const { leadId, ticketId } = await world.stored(conversation)
    assert.isTrue(leadId !== null && ticketId !== null)
  })

  test('are in the thread, and on the timelines of person and lead', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent('Anna')
    const { conversation } = await world.chatting({ name: 'Vera' })
    await world.chat.crm.createTicket(conversation, agent)
    const lead = await world.chat.crm.convertToLead(conversation, agent)

    const { messages } = await world.chat.inbox.thread(conversation, {
      limit: 20,
      visibility: 'all',
    })
    const line = messages.find(({ metadata }) => metadata?.event === 'ticket_created')
    assert.equal(line?.content, 'Anna created ticket T-1001')
    assert.equal(line?.visibility, 'internal')
    const [entry, ...others] = await entriesOf(world)
    assert.isEmpty(others)
    assert.equal(entry.title, `Chat ${conversation.displayNumber}: ticket T-1001 created`)
    assert.deepEqual([String(entry.leadId), String(entry.actorId)], [lead.id, agent.userId])
    assert.isNotNull(entry.personId)
  })

  test('of a visitor who gave no name have no person, and no timeline has an entry', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    await world.chat.crm.createTicket(conversation, await world.agent(), 'Refund')
    const [made] = await ticketsOf(world)
    assert.deepEqual([made.title, made.personId], ['Refund', null])
    assert.isEmpty(await entriesOf(world))
  })

  test('are created whole or not at all', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting({ name: 'Vera' })
    const { recordTimeline } = world.chat.host
    cleanup(() => void Object.assign(world.chat.host, { recordTimeline }))
    world.chat.host.recordTimeline = (tenantId, entry, trx) =>
      entry.event === 'chat.ticket_created'
        ? Promise.reject(new Error('The timeline is broken'))
        : recordTimeline(tenantId, entry, trx)

    await assert.rejects(() => world.chat.crm.createTicket(conversation, agent))
    assert.isEmpty(await ticketsOf(world))
    const { ticketId, visitor } = await world.stored(conversation)
    assert.deepEqual([ticketId, visitor.personId], [null, null])
  })
})
