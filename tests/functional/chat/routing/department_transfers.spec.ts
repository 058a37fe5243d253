import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { holders, offDuty, serving } from './team.js'

test.group('Transfer to a department', () => {
  async function department() {
    const world = await ChatWorld.create()
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    const member = { departmentIds: [sales.externalId] }
    const anna = await serving(world, 'Anna', member)
    const guest = await world.chatting()
    const { conversation } = guest
    await holders(world, [conversation])
    const passOn = (by = anna) => world.chat.routing.transfers.toDepartment(conversation, sales, by)
    return { world, sales, member, anna, guest, conversation, passOn }
  }

  test('never returns to its previous agent while the department has another one', async ({
    assert,
  }) => {
    const { world, member, conversation, passOn } = await department()
    const bob = await offDuty(world, 'Bob', member)
    await passOn()
    assert.deepEqual(await holders(world, [conversation]), [null])
    await world.chat.agents.presence.arrive(bob)
    assert.deepEqual(await holders(world, [conversation]), ['Bob'])
  })

  test('goes to another agent immediately, even if the sender has the lowest load', async ({
    assert,
  }) => {
    const { world, member, conversation, passOn } = await department()
    const bob = await serving(world, 'Bob', member)
    for (let n = 0; n < 3; n += 1) {
      await world.chat.conversations.assign((await world.chatting()).conversation, bob, bob)
    }
    await passOn()
    assert.deepEqual(await holders(world, [conversation]), ['Bob'])
  })

  test('a supervisor’s order counts as that of the agent who had it', async ({ assert }) => {
    const { world, member, conversation, passOn } = await department()
    await offDuty(world, 'Bob', member)
    const lead = await serving(world, 'Lead', member)
    await world.chat.conversations.assign((await world.chatting()).conversation, lead, lead)
    await passOn(lead)
    assert.deepEqual(await holders(world, [conversation]), ['Lead'])
  })

  test('those behind it in the queue do not wait for it', async ({ assert }) => {
    const { world, member, conversation, passOn } = await department()
    await offDuty(world, 'Bob', member)
    await passOn()
    const next = await world.chatting()
    assert.deepEqual(await holders(world, [conversation, next.conversation]), [null, 'Anna'])
  })

  test('returns to the sender when no other agent serves the department', async ({ assert }) => {
    const { world, member, conversation, passOn } = await department()
    const bob = await offDuty(world, 'Bob', member)
    await passOn()
    await world.chat.agents.roster.update(bob, { maxConcurrentChats: 9 })
    assert.deepEqual(await holders(world, [conversation]), [null])
    await world.chat.agents.roster.update(bob, { departmentIds: [] })
    assert.deepEqual(await holders(world, [conversation]), ['Anna'])
  })

  test('returns to the only agent of its department', async ({ assert }) => {
    const { world, conversation, passOn } = await department()
    await passOn()
    assert.deepEqual(await holders(world, [conversation]), ['Anna'])
  })

  test('later the sender may well get it again', async ({ assert }) => {
    const { world, member, anna, conversation, passOn } = await department()
    const bob = await serving(world, 'Bob', member)
    await passOn()
    assert.deepEqual(await holders(world, [conversation]), ['Bob'])
    await world.chat.agents.presence.choose(bob, 'away')
    await world.chat.conversations.unassign(conversation, anna)
    assert.deepEqual(await holders(world, [conversation]), ['Anna'])
  })
})
