import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import emitter from '@adonisjs/core/services/emitter'
import User from '#crm/models/user'
import type { ConversationAssigned } from '#chat/events/chat_events'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { API } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'

const ASSIGNED = 'chat.conversation.assigned'

/** Anna with a browser, a second one and a program; and Bob with a browser. */
async function team(cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create()
  const annaUser = await world.user('employee', 'Anna')
  const bobUser = await world.user('employee', 'Bob')
  const anna = await world.agent('Anna', annaUser)
  const bob = await world.agent('Bob', bobUser)
  const token = await User.accessTokens.create(annaUser)
  const authorization = `Bearer ${token.value!.release()}`
  const devices = [
    await (await AgentBrowser.logIn(annaUser)).stream(),
    await (await AgentBrowser.logIn(annaUser)).stream(),
    await EventStream.open(`${process.env.APP_URL}${API}/events`, { authorization }),
  ]
  const bobs = await (await AgentBrowser.logIn(bobUser)).stream()
  cleanup(() => [...devices, bobs].forEach((stream) => stream.close()))
  await Promise.all([...devices, bobs].map((stream) => stream.frame('chat.ready')))
  return { world, anna, bob, annaUser, devices, bobs }
}

/** Settles when this stream has all frames that were sent before. */
async function upToDate(world: ChatWorld, stream: EventStream) {
  const { conversation } = await world.chatting({ name: 'The last' })
  await stream.frame(
    ({ event, conversation: of }) =>
      event === 'chat.conversation.updated' && of.uuid === conversation.externalId
  )
}

test.group('Frames for one agent alone', () => {
  test('a transfer comes with its note to all devices of that agent, and to no other', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, bob, devices, bobs } = await team(cleanup)
    const { conversation } = await world.chatting({ name: 'Jane' })
    await world.chat.conversations.assign(conversation, bob, bob)
    await world.chat.routing.transfers.toAgent(conversation, anna, bob, 'Knows the frame number')
    for (const device of devices) {
      assert.containsSubset(await device.frame(ASSIGNED), {
        conversation_id: conversation.id,
        message: { content: 'Bob transferred this conversation to Anna', sender_type: 'system' },
        agent_name: 'Anna',
        visitor_id: conversation.visitorId,
        widget_id: world.widget.id,
        handler_type: 'agent',
        visitor_name: 'Jane',
        last_message: 'Hello',
        note: 'Knows the frame number',
        by_agent_id: bob.id,
        by_agent_name: 'Bob',
        _tenant_id: world.tenantId,
      })
      await upToDate(world, device)
      assert.lengthOf(
        device.frames.filter(({ event }) => event === ASSIGNED),
        1
      )
    }
    await upToDate(world, bobs)
    const heard = bobs.frames.filter(({ event }) => event === ASSIGNED)
    assert.deepEqual(
      heard.map(({ by_agent_id: by }) => by),
      [bob.id],
      'Bob gets a frame for what he took himself'
    )
  })

  test('a conversation comes by hand, by a first reply or out of the queue, and is announced once', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, bob } = await team(cleanup)
    const heard: [string, string | null][] = []
    const off = emitter.on(ASSIGNED, ({ conversation, by }: ConversationAssigned) => {
      if (conversation.tenantId === world.tenantId) {
        heard.push([conversation.agentName!, by?.name ?? null])
      }
    })
    cleanup(() => off())
    const chats = [await world.chatting(), await world.chatting(), await world.chatting()]
    const [byHand, byReply, queued] = chats.map(({ conversation }) => conversation)
    await world.chat.conversations.assign(byHand, anna, bob)
    await world.chat.conversations.assign(byHand, anna, bob)
    await world.chat.conversations.resolve(byHand, anna)
    await world.chat.conversations.reopen(byHand, anna)
    await world.reply(byReply, anna)
    await world.reply(byReply, bob)
    await world.chat.conversations.unassign(byReply, bob)
    await world.chat.conversations.resolve(byReply, bob)
    await world.chat.agents.roster.update(bob, {
      maxConcurrentChats: 5,
      departmentIds: [],
      widgetIds: [],
    })
    await world.chat.routing.pickUp(world.tenantId)
    assert.equal((await world.stored(queued)).agentName, 'Bob')
    assert.deepEqual(heard, [
      ['Anna', 'Bob'],
      ['Anna', 'Anna'],
      ['Bob', null],
    ])
  })

  test('a status chosen on one device is shown on the others, and is no business of colleagues', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, devices, bobs } = await team(cleanup)
    await world.chat.agents.presence.choose(await anna.refresh(), 'busy')
    for (const device of devices) {
      const frame = await device.frame(
        ({ event, agent }) => event === 'chat.status.updated' && agent.status === 'busy'
      )
      assert.deepEqual(frame.agent, {
        id: anna.id,
        uuid: anna.externalId,
        status: 'busy',
        effective_status: 'busy',
        is_idle: false,
        is_serving: false,
      })
    }
    await upToDate(world, bobs)
    const own = bobs.frames.filter(({ event }) => event === 'chat.status.updated')
    assert.notInclude(
      own.map(({ agent }) => agent.id),
      anna.id
    )
  })

  test('no visitor gets them, and no namesake of another tenant', async ({ assert, cleanup }) => {
    const { world, anna, bob, annaUser } = await team(cleanup)
    const other = await ChatWorld.create()
    const theirs = await other.user('employee', 'Anna')
    const stream = await (await AgentBrowser.logIn(theirs)).stream()
    const guest = await world.chatting()
    const visitors = await EventStream.open(guest.browser.url('/events'), guest.browser.headers)
    cleanup(() => [stream, visitors].forEach((each) => each.close()))
    await Promise.all([stream, visitors].map((each) => each.frame('chat.ready')))
    await world.chat.routing.transfers.toAgent(guest.conversation, anna, bob, 'A secret')
    await world.reply(guest.conversation, anna)
    await visitors.frame(({ message }) => message?.content === `${annaUser.fullName} joined`)
    await upToDate(other, stream)
    for (const each of [stream, visitors]) {
      assert.notInclude(each.raw, ASSIGNED)
      assert.notInclude(each.raw, 'A secret')
    }
  })
})
