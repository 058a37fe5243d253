import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type Agent from '#chat/models/agent'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { loads, serving, silentFor } from '#tests/functional/chat/routing/team'

/** A visitor with an agent's answer, in a conversation that was resolved so many minutes ago. */
async function talked(world: ChatWorld, agent: Agent, { minutesAgo = 4, name = 'Vera' } = {}) {
  const guest = await world.chatting({ name })
  await world.reply(guest.conversation, agent)
  await world.chat.conversations.resolve(guest.conversation, agent)
  const row = await Conversation.findOrFail(guest.conversation.id)
  const at = DateTime.utc().minus({ minutes: minutesAgo })
  await row.merge({ lastMessageAt: at, resolvedAt: at }).save()
  return guest
}

const lines = async ({ id }: Conversation) =>
  (await Message.query().where({ conversation_id: id, type: 'event' }).orderBy('id')).map(
    (each) => each.content
  )

async function writesAgain(world: ChatWorld, guest: Guest) {
  const { conversation } = await world.start(guest, 'One more thing')
  return world.stored(conversation)
}

test.group('A visitor who writes again', () => {
  test('soon is back with the same agent; only the team reads why', async ({ assert }) => {
    const world = await ChatWorld.create()
    const anna = await serving(world)
    const guest = await talked(world, anna)
    await serving(world, 'Idle Ines')

    const again = await writesAgain(world, guest)
    assert.deepEqual([again.agentId, again.status, again.queuedAt], [anna.id, 'active', null])
    assert.include(
      await lines(again),
      'Auto-assigned to Anna Agent, who talked with this visitor 4 min ago'
    )
    const { json } = await guest.browser.thread(again.externalId)
    assert.notInclude(JSON.stringify(json), 'Auto-assigned')
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual(kept, counted)
  })

  test('in a new conversation is back as well', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { reopenWindowHours } = world.chat.config
    cleanup(() => void (world.chat.config.reopenWindowHours = reopenWindowHours))
    const anna = await serving(world)
    const guest = await talked(world, anna)
    world.chat.config.reopenWindowHours = 0

    const again = await writesAgain(world, guest)
    assert.notEqual(again.id, guest.conversation.id)
    assert.deepEqual([again.agentId, again.status], [anna.id, 'active'])
    assert.include(
      await lines(again),
      'Auto-assigned to Anna Agent, who talked with this visitor 4 min ago'
    )
  })

  test('waits in the queue when it was long ago, or the agent is away or full', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const late = await serving(world, 'Late')
    const away = await serving(world, 'Away')
    const full = await serving(world, 'Full', { maxConcurrentChats: 1 })
    const guests = [
      await talked(world, late, { minutesAgo: 11 }),
      await talked(world, away),
      await talked(world, full),
    ]
    await silentFor(away, 600)
    await world.reply((await world.chatting()).conversation, full)

    for (const guest of guests) {
      const again = await writesAgain(world, guest)
      assert.deepEqual([again.agentId, again.status], [null, 'pending'])
      assert.isNotNull(again.queuedAt)
    }
  })

  test('at the same moment as another, for one place: one is back, one waits', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const anna = await serving(world, 'Anna Agent', { maxConcurrentChats: 1 })
    const guests: Guest[] = []
    for (let n = 0; n < 5; n++) guests.push(await talked(world, anna, { name: `V${n}` }))

    const again = await Promise.all(guests.map((guest) => writesAgain(world, guest)))
    assert.lengthOf(
      again.filter(({ agentId }) => agentId === anna.id),
      1
    )
    assert.deepEqual((await loads(world.tenantId)).kept, [1])
  })
})
