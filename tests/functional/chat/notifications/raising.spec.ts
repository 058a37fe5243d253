import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import DueAction from '#chat/models/due_action'
import { DEFAULT_CHOICES } from '#chat/services/notifications/notice_preferences'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import { offDuty, serving } from '../routing/team.js'
import { annaAtWork, newTab, noticesOf } from './notified.js'

const SOON = { seconds: 1 }

test.group('What agents are notified of (N2)', (group) => {
  group.setup(withoutDueWorker)

  test('a visitor’s message notifies the agent who has the conversation, and no other', async ({
    assert,
  }) => {
    const { world, anna, bob, browser, conversation } = await annaAtWork()
    await browser.say(conversation.externalId, 'Are you there?')
    await after(world, SOON)
    const [notice, ...more] = await noticesOf(anna)
    assert.isEmpty(more)
    assert.containsSubset(notice.$attributes, {
      kind: 'message',
      conversationId: conversation.id,
      count: 1,
      readAt: null,
      isListed: true,
    })
    assert.isEmpty(await noticesOf(bob))
    const unread = await world.chat.notifications.unread(anna, null)
    assert.lengthOf(unread, 1)
  })

  test('many messages are one notification that counts', async ({ assert }) => {
    const { world, anna, browser, conversation, visitor, token } = await annaAtWork()
    for (let n = 0; n < 20; n += 1) await browser.say(conversation.externalId, `Message ${n}`)
    await after(world, SOON)
    for (let n = 0; n < 20; n += 1) await world.start({ visitor, token, browser }, `More ${n}`)
    await after(world, SOON)
    const notices = await noticesOf(anna)
    assert.lengthOf(notices, 1)
    assert.equal(notices[0].count, 40)
  })

  test('nothing in a conversation that the agent looks at in any tab is news', async ({
    assert,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const [one, other] = [newTab(), newTab()]
    const look = (tab: string, looking: boolean) =>
      world.chat.notifications.look(anna, conversation, tab, looking)
    await look(one, true)
    await look(other, true)
    await look(one, false)
    await browser.say(conversation.externalId, 'Seen in the second tab')
    await after(world, SOON)
    assert.isEmpty(await noticesOf(anna))

    await look(other, false)
    await browser.say(conversation.externalId, 'Seen in none')
    await after(world, SOON)
    assert.lengthOf(await noticesOf(anna), 1)
  })

  test('an idle agent looks at nothing, and a tab that crashed looks for a while only', async ({
    assert,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    await world.chat.notifications.look(anna, conversation, newTab(), true)
    await world.chat.agents.presence.setIdle(await anna.refresh(), true)
    await browser.say(conversation.externalId, 'She has gone for lunch')
    await after(world, SOON)
    assert.lengthOf(await noticesOf(anna), 1)

    const crashed = await annaAtWork()
    await crashed.world.chat.notifications.look(crashed.anna, crashed.conversation, newTab(), true)
    await crashed.browser.say(crashed.conversation.externalId, 'The tab is gone')
    await after(crashed.world, { minutes: 2 })
    assert.lengthOf(await noticesOf(crashed.anna), 1)
  })

  test('neither a muted conversation, nor one that a bot handles, nor one that was read', async ({
    assert,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const say = async () => {
      await browser.say(conversation.externalId, 'Hello?')
      return world.stored(conversation)
    }
    await world.chat.notifications.mutes.set(anna, conversation, true)
    await say()
    await after(world, SOON)
    await world.chat.notifications.mutes.set(anna, conversation, false)

    await Conversation.query().where('id', conversation.id).update({ handler_type: 'ai_bot' })
    await say()
    await after(world, SOON)
    await Conversation.query().where('id', conversation.id).update({ handler_type: 'agent' })

    const { lastSeq } = await say()
    await world.chat.messages.reads.byAgent(await world.stored(conversation), lastSeq)
    await after(world, SOON)
    assert.isEmpty(await noticesOf(anna))
  })

  test('nothing while the module is off', async ({ assert }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    await browser.say(conversation.externalId, 'Hello?')
    await world.setModule(false)
    await after(world, SOON)
    await world.setModule(true)
    assert.isEmpty(await noticesOf(anna))
    assert.isNull((await world.stored(conversation)).notifyAt)
  })

  test('quiet hours leave the bell alone, and nothing else', async ({ assert }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const now = DateTime.utc()
    await world.chat.notifications.preferences.save(anna, {
      ...DEFAULT_CHOICES,
      channels: {
        ...DEFAULT_CHOICES.channels,
        message: ['crm', 'desktop', 'push', 'mail', 'host'],
      },
      isQuiet: true,
      quietFrom: now.minus({ hours: 1 }).toFormat('HH:mm'),
      quietUntil: now.plus({ hours: 1 }).toFormat('HH:mm'),
    })
    await browser.say(conversation.externalId, 'At night')
    await after(world, SOON)
    const [notice] = await noticesOf(anna)
    assert.isTrue(notice.isListed)
    const due = await DueAction.query()
      .where('tenant_id', world.tenantId)
      .whereIn('kind', ['web-push', 'notice-mail', 'host-push'])
    assert.isEmpty(due)
  })

  test('without the bell it is not listed, and without any channel it is not there', async ({
    assert,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const choose = (message: ('mail' | 'crm')[]) =>
      world.chat.notifications.preferences.save(anna, {
        ...DEFAULT_CHOICES,
        channels: { ...DEFAULT_CHOICES.channels, message },
      })
    await choose([])
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    assert.isEmpty(await noticesOf(anna))
    await choose(['mail'])
    await browser.say(conversation.externalId, 'Two')
    await after(world, SOON)
    assert.lengthOf(await noticesOf(anna), 1)
    assert.isEmpty(await world.chat.notifications.unread(anna, null))
  })
})

test.group('What is read is no longer news', (group) => {
  group.setup(withoutDueWorker)

  test('opening the conversation reads its notifications; a teammate’s reading does so for messages', async ({
    assert,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const unread = async () => (await world.chat.notifications.unread(anna, null)).length
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    assert.equal(await unread(), 1)
    await world.chat.notifications.look(anna, conversation, newTab(), true)
    assert.equal(await unread(), 0)

    const second = await annaAtWork()
    await second.browser.say(second.conversation.externalId, 'Two')
    await after(second.world, SOON)
    const { lastSeq } = await second.world.stored(second.conversation)
    await second.world.chat.messages.reads.byAgent(second.conversation, lastSeq)
    assert.isEmpty(await second.world.chat.notifications.unread(second.anna, null))
  })

  test('what follows after it was read is a notification of its own', async ({ assert }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    await world.chat.notifications.read(anna)
    await browser.say(conversation.externalId, 'Two')
    await after(world, SOON)
    const notices = await noticesOf(anna)
    assert.deepEqual(
      notices.map(({ readAt }) => readAt !== null),
      [true, false]
    )
  })

  test('a conversation that went to a colleague, ended, or is out of sight is not counted', async ({
    assert,
  }) => {
    const { world, anna, bob, browser, conversation } = await annaAtWork()
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    const blind = { agentId: bob.id, widgetIds: [-1], departmentIds: [] }
    assert.isEmpty(await world.chat.notifications.unread(anna, blind))
    assert.isEmpty(await world.chat.notifications.newest(anna, blind))
    await world.chat.routing.transfers.toAgent(conversation, bob, anna)
    assert.isEmpty(await world.chat.notifications.unread(anna, null))
    const listed = await world.chat.notifications.newest(anna, null)
    assert.deepEqual(
      listed.map(({ isUnread }) => isUnread),
      [false]
    )
  })

  test('goes with its conversation', async ({ assert }) => {
    const { world, anna, bob, browser, conversation } = await annaAtWork()
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    await world.chat.notifications.mutes.set(bob, conversation, true)
    await world.chat.conversations.removal.remove(await world.stored(conversation), anna)
    assert.isEmpty(await noticesOf(anna))
    assert.isEmpty(await world.chat.notifications.mutes.list(bob))
  })
})

test.group('What comes to an agent (N3)', (group) => {
  group.setup(withoutDueWorker)

  test('a transfer, with its note, who made it, and once', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { conversation } = await world.chatting({ name: 'Vera' })
    await world.chat.conversations.assign(conversation, bob, bob)
    await world.chat.routing.transfers.toAgent(conversation, anna, bob, 'She speaks Norwegian')
    await after(world, SOON)
    assert.isEmpty(await noticesOf(bob), 'what an agent takes is no news to them')
    const [listed] = await world.chat.notifications.newest(anna, null)
    assert.equal(listed.notification.kind, 'assigned')
    assert.equal(listed.notification.by.name, 'Bob')
    assert.equal(listed.notification.message.content, 'She speaks Norwegian')
    assert.isTrue(listed.isUnread)
  })

  test('what comes out of the queue', async ({ assert }) => {
    const world = await ChatWorld.create()
    const anna = await serving(world)
    await world.chatting({ name: 'Vera' })
    await world.chat.routing.pickUp(world.tenantId)
    await after(world, SOON)
    const notices = await noticesOf(anna)
    assert.deepEqual(
      notices.map(({ kind, byAgentId }) => [kind, byAgentId]),
      [['assigned', null]]
    )
  })

  test('nothing of what went on to another before anyone was notified', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await offDuty(world, 'Bob')]
    const { conversation } = await world.chatting()
    await world.chat.conversations.assign(conversation, anna, bob)
    await world.chat.routing.transfers.toAgent(conversation, bob, anna)
    await after(world, SOON)
    assert.isEmpty(await noticesOf(anna))
    assert.lengthOf(await noticesOf(bob), 1)
  })

  test('the end of a snooze, for the agent or the one who snoozed it', async ({ assert }) => {
    const { world, anna, bob, conversation } = await annaAtWork()
    const later = DateTime.utc().plus({ hours: 1 })
    await world.chat.conversations.snoozes.snooze(conversation, later, bob)
    const free = await world.chatting()
    await world.chat.conversations.snoozes.snooze(free.conversation, later, bob)
    await after(world, { hours: 2 })
    await after(world, { hours: 2 })
    const kinds = async (agent: typeof anna) => (await noticesOf(agent)).map(({ kind }) => kind)
    assert.deepEqual(await kinds(anna), ['woken'])
    assert.deepEqual(await kinds(bob), ['woken'])
  })
})
