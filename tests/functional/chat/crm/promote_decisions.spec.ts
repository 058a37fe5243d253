import { test } from '@japa/runner'
import TimelineEntry from '#crm/models/timeline_entry'
import Lead from '#crm/models/lead'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { linesOf, peopleOf, person } from './people.js'

test.group('A visitor with the address of a person', () => {
  test('one known by the same address is suggested, whatever its case, and linked when decided', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const known = await person(world, 'vera@example.com')
    await person(await ChatWorld.create(), 'vera@example.com')
    const { conversation, visitor } = await world.chatting({ name: 'V', email: 'VERA@Example.COM' })
    const { crm } = world.chat
    assert.equal((await crm.suggestedPerson(visitor))?.id, String(known.id))
    const linkTo = String(known.id)
    const promoted = await crm.promoteToPerson(conversation, await world.agent(), { linkTo })
    assert.equal(promoted.id, linkTo)
    assert.lengthOf(await peopleOf(world), 1)
    assert.deepEqual(await linesOf(conversation), ['Anna Agent linked the visitor to Vera Known'])
    const entries = await TimelineEntry.query().where('tenant_id', world.tenantId)
    assert.include(
      entries.map(({ title }) => title),
      `Linked to chat ${conversation.displayNumber}`
    )
  })

  test('while an agent has not decided, one with the same address is neither linked nor changed', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    await person(world, 'vera@example.com')
    const before = (await peopleOf(world)).map((each) => each.serialize())
    const claims = { name: 'Mallory', email: 'vera@example.com', phone: '+47 66 66 66 66' }
    const { conversation } = await world.chatting(claims)
    const { crm } = world.chat
    await assert.rejects(
      () => crm.promoteToPerson(conversation, agent),
      'The CRM already has this email address for Vera Known. Link to them, or create a new person.'
    )
    await crm.convertToLead(conversation, agent)
    const [lead] = await Lead.query().where('tenant_id', world.tenantId)
    assert.isNull(lead.personId)
    assert.isNull((await Visitor.findOrFail(conversation.visitorId)).personId)
    assert.deepEqual(
      (await peopleOf(world)).map((each) => each.serialize()),
      before
    )
    const entries = await TimelineEntry.query().where('tenant_id', world.tenantId)
    assert.deepEqual(
      entries.map(({ personId }) => personId),
      entries.map(() => null)
    )
  })

  test('a new one is made beside one with the same address, when decided so', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const known = await person(world, 'vera@example.com')
    const { conversation } = await world.chatting({ name: 'Vera Other', email: 'vera@example.com' })
    const made = await world.chat.crm.promoteToPerson(conversation, await world.agent(), 'new')
    assert.notEqual(made.id, String(known.id))
    assert.lengthOf(await peopleOf(world), 2)
    assert.deepEqual(await linesOf(conversation), ['Anna Agent added Vera Other to the CRM'])
  })

  test('a decision for a missing person, or against an earlier decision, is refused', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const stranger = await person(await ChatWorld.create(), 'vera@example.com')
    const { conversation } = await world.chatting({ name: 'Vera' })
    const { crm } = world.chat
    for (const linkTo of [String(stranger.id), '999999', 'x', '']) {
      await assert.rejects(
        () => crm.promoteToPerson(conversation, agent, { linkTo }),
        'Person not found in the CRM'
      )
    }
    const [one, other] = [await person(world, 'a@x.example'), await person(world, 'b@x.example')]
    await crm.promoteToPerson(conversation, agent, { linkTo: String(one.id) })
    await assert.rejects(
      () => crm.promoteToPerson(conversation, agent, { linkTo: String(other.id) }),
      'The visitor is already linked to Vera Known'
    )
    await assert.rejects(() =>
      crm.convertToLead(conversation, agent, null, { linkTo: String(other.id) })
    )
    assert.isEmpty(await Lead.query().where('tenant_id', world.tenantId))
  })

  test('of visitors with one address, promoted at the same time, one becomes a person and the others await a decision', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const emails = ['vera@example.com', 'otto@example.com', 'anna@example.com']
    for (const email of emails) {
      const all = await Promise.all([1, 2, 3, 4].map(() => world.chatting({ email })))
      const outcomes = await Promise.allSettled(
        all.map(({ conversation }) => world.chat.crm.promoteToPerson(conversation, agent))
      )
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
      assert.deepEqual(
        refused.map(({ reason }) => reason.code),
        Array(3).fill('E_CHAT_PERSON_UNDECIDED')
      )
    }
    assert.lengthOf(await peopleOf(world), emails.length)
  })
})
