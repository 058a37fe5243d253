import { test } from '@japa/runner'
import PersonEmail from '#crm/models/person_email'
import TimelineEntry from '#crm/models/timeline_entry'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { peopleOf, person } from './people.js'

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
