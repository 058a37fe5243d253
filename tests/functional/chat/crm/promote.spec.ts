import { test } from '@japa/runner'
import Person from '#crm/models/person'
import PersonEmail from '#crm/models/person_email'
import TimelineEntry from '#crm/models/timeline_entry'
import Lead from '#crm/models/lead'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { savePerson, type PersonInput } from '#crm/services/people/save_person'
import { ChatWorld } from '#tests/helpers/chat_world'

function person(world: ChatWorld, address: string, more: Partial<PersonInput> = {}) {
  return savePerson(world.tenantId, {
    firstName: 'Vera',
    lastName: 'Known',
    ownerId: null,
    emails: [{ address, type: 'work', isPrimary: true }],
    phones: [],
    labelIds: [],
    ...more,
  })
}

async function linesOf({ id }: Conversation) {
  const lines = await Message.query().where({ conversation_id: id, type: 'event' }).orderBy('id')
  return lines.map(({ content }) => content)
}

function peopleOf(world: ChatWorld) {
  return Person.query().where('tenant_id', world.tenantId).preload('emails').preload('phones')
}

test.group('Visitors become people', () => {
  test('a new person is made of what the visitor said, subscribed to nothing', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const claims = { name: 'Vera Vang', email: 'Vera@Example.com', phone: '+47 21 00 00 00' }
    const { conversation } = await world.chatting(claims)
    const promoted = await world.chat.crm.promoteToPerson(conversation, await world.agent())

    const [made, ...others] = await peopleOf(world)
    assert.isEmpty(others)
    assert.deepEqual([made.firstName, made.lastName], ['Vera', 'Vang'])
    assert.equal(made.emails[0].normalized, 'vera@example.com')
    assert.isFalse(made.emails[0].subscribed)
    assert.equal(made.phones[0].number, claims.phone)
    assert.equal(promoted.id, String(made.id))
    const visitor = await Visitor.findOrFail(conversation.visitorId)
    assert.equal(visitor.personId, promoted.id)
  })

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

  test('a known person is completed and never overwritten', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { id } = await person(world, 'vera@example.com', {
      phones: [{ number: '111', type: 'work', isPrimary: true }],
    })
    const claims = { name: 'Somebody Else', email: 'vera@example.com', phone: '+47 22 22 22 22' }
    const { conversation } = await world.chatting(claims)
    const decision = { linkTo: String(id) }
    await world.chat.crm.convertToLead(conversation, await world.agent(), null, decision)

    const [known] = await peopleOf(world)
    assert.deepEqual([known.firstName, known.lastName], ['Vera', 'Known'])
    assert.lengthOf(known.emails, 1)
    assert.deepEqual(
      known.phones.map(({ number, isPrimary }) => [number, isPrimary]),
      [
        ['111', true],
        [claims.phone, false],
      ]
    )
  })

  test('an address alone is enough, nothing at all is not', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting({ email: 'otto.lund@example.com' })
    const promoted = await world.chat.crm.promoteToPerson(conversation, agent)
    assert.include(promoted.name.toLowerCase(), 'otto')

    const nameless = await world.chatting()
    await assert.rejects(
      () => world.chat.crm.promoteToPerson(nameless.conversation, agent),
      'The visitor hasn’t given a name or email address'
    )
  })

  test('a second time changes nothing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting({ name: 'Vera' })
    const all = await Promise.all(
      [1, 2, 3].map(() => world.chat.crm.promoteToPerson(conversation, agent))
    )
    assert.lengthOf(new Set(all.map(({ id }) => id)), 1)
    assert.lengthOf(await peopleOf(world), 1)
    const lines = await Message.query().where({ conversation_id: conversation.id, type: 'event' })
    assert.lengthOf(lines, 1)
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

  test('it happens whole or not at all', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    const { recordTimeline } = world.chat.host
    cleanup(() => void Object.assign(world.chat.host, { recordTimeline }))
    world.chat.host.recordTimeline = () => Promise.reject(new Error('The timeline is broken'))

    const agent = await world.agent()
    await assert.rejects(() => world.chat.crm.promoteToPerson(conversation, agent))
    assert.isEmpty(await peopleOf(world))
    const { personId } = await Visitor.findOrFail(conversation.visitorId)
    assert.isNull(personId)
    assert.equal((await world.stored(conversation)).lastSeq, 1)
  })

  test('an address that a visitor merely claims changes and reveals nothing', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const known = await person(world, 'vera@example.com')
    const before = await peopleOf(world)
    const { browser } = await world.guest()

    const claimed = await browser.post('/identify', {
      name: 'Mallory',
      email: 'vera@example.com',
      phone: '+47 66 66 66 66',
    })
    const started = await browser.start('It is me', undefined, { email: 'vera@example.com' })
    const session = await browser.post('/session')
    for (const { text } of [claimed, started, session]) {
      assert.notInclude(text, 'Known')
      assert.notInclude(text, known.url)
    }
    const after = await peopleOf(world)
    assert.deepEqual(
      after.map((each) => each.serialize()),
      before.map((each) => each.serialize())
    )
    const visitors = await Visitor.query().where('tenant_id', world.tenantId)
    assert.deepEqual(
      visitors.map(({ personId }) => personId),
      [null]
    )
    assert.lengthOf(await PersonEmail.query().where('tenant_id', world.tenantId), 1)
    assert.isEmpty(await TimelineEntry.query().where('tenant_id', world.tenantId))
  })
})
