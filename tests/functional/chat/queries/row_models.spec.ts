import { test } from '@japa/runner'
import { findRow } from '#chat/models/find_row'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('The model of a row that was read without Lucid', () => {
  test('is what Lucid makes of it, and notices what changes', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { visitor } = await world.chatting()
    const contactSources = { name: { agent: 'Ann', claimed: 'Vera' } }
    await (await Visitor.findOrFail(visitor.id)).merge({ contactSources }).save()

    const known = await Visitor.findOrFail(visitor.id)
    const found = (await findRow(Visitor, { id: visitor.id }))!
    assert.deepEqual(found.serialize(), known.serialize())
    assert.deepEqual(Object.keys(found.$attributes).sort(), Object.keys(known.$attributes).sort())
    assert.isFalse(found.$isDirty)
    assert.isTrue(found.$isPersisted)

    found.contactSources!.name!.claimed = 'Vroni'
    assert.deepEqual(Object.keys(found.$dirty), ['contactSources'])
    await found.merge({ name: 'Vera' }).save()
    await known.refresh()
    assert.equal(known.contactSources!.name!.claimed, 'Vroni')
    assert.equal(known.name, 'Vera')
  })
})
