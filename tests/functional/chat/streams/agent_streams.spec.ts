import { test } from '@japa/runner'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'
import { openStream, tuneStreams } from '#tests/helpers/visitor_stream'
import { ownServer } from '#tests/helpers/widget_client'
import { withOnly } from '#tests/helpers/with_only'

/** So many more of them have come. */
const heartbeats = (stream: EventStream, more: number) => {
  const { length } = stream.frames
  const later = () => stream.frames.slice(length).filter(({ event }) => event === 'chat.heartbeat')
  return stream.frame(() => later().length >= more)
}

test.group("The agents' stream", () => {
  test('takes a log-in and the permission to view chats', async ({ assert }) => {
    const world = await ChatWorld.create()
    const loggedOut = await EventStream.open(`${ownServer()}/chat/events`)
    assert.oneOf(loggedOut.status, [401, 404])

    const user = await world.user()
    const browser = await AgentBrowser.logIn(user)
    await user.merge({ role: 'guest' as never }).save()
    assert.equal((await browser.stream()).status, 403)

    await user.merge({ role: 'employee' }).save()
    await world.setModule(false)
    assert.equal((await browser.stream()).status, 404)
  })

  test('tells everything of its own tenant and nothing of another', async ({ assert, cleanup }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const stream = await (await AgentBrowser.logIn(await world.user())).stream()
    cleanup(() => stream.close())
    await stream.frame('chat.ready')

    await other.start(await other.guest(), 'Not for them')
    const { conversation } = await world.chatting()
    await world.reply(conversation, await world.agent(), 'A note', true)
    const frame = await stream.frame(({ message }) => message?.content === 'A note')
    assert.containsSubset(frame, {
      conversation_id: conversation.id,
      _tenant_id: world.tenantId,
      handler_type: 'agent',
      message: { sender_type: 'agent', type: 'note' },
    })
    assert.notInclude(stream.raw, 'Not for them')
  })

  test('makes the team online while it is open', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    assert.isFalse((await browser.get('/config')).json.online)
    const stream = await (await AgentBrowser.logIn(await world.user())).stream()
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    assert.isTrue((await browser.get('/config')).json.online)
  })

  test('makes no agent online for a user who may only read', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const user = await world.user()
    await withOnly(world, user, ['view chat'], async () => {
      const stream = await (await AgentBrowser.logIn(user)).stream()
      cleanup(() => stream.close())
      await stream.frame('chat.ready')
      assert.isFalse((await browser.get('/config')).json.online)
    })
  })

  test('shows no more signs of life of one who may no longer reply', async ({
    assert,
    cleanup,
  }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const world = await ChatWorld.create()
    const user = await world.user()
    const stream = await (await AgentBrowser.logIn(user)).stream()
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    const agent = await world.agent('Anna Agent', user)
    await withOnly(world, user, ['view chat'], async () => {
      await heartbeats(stream, 4)
      const { lastActiveAt } = await agent.refresh()
      await heartbeats(stream, 4)
      assert.deepEqual((await agent.refresh()).lastActiveAt, lastActiveAt)
    })
    const { lastActiveAt } = await agent.refresh()
    await heartbeats(stream, 4)
    assert.isTrue((await agent.refresh()).lastActiveAt! > lastActiveAt!)
  })

  test('ends immediately when its user logs out, and only that user', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const leaving = await AgentBrowser.logIn(await world.user())
    const staying = await AgentBrowser.logIn(await world.user())
    const streams = [await leaving.stream(), await leaving.stream(), await staying.stream()]
    cleanup(() => streams.forEach((stream) => stream.close()))
    await Promise.all(streams.map((stream) => stream.frame('chat.ready')))

    await leaving.post('/logout')
    await Promise.all([streams[0].ended(1000), streams[1].ended(1000)])
    assert.equal(streams[0].frames.at(-1)!.event, 'chat.stream.end')
    assert.isFalse(streams[2].isOver)
  })

  test('ends with the next heartbeat of a user who was demoted or deactivated', async ({
    assert,
    cleanup,
  }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.2 })
    const world = await ChatWorld.create()
    const [demoted, deactivated, staying] = [
      await world.user(),
      await world.user(),
      await world.user(),
    ]
    const streams: EventStream[] = []
    for (const user of [demoted, deactivated, staying]) {
      streams.push(await (await AgentBrowser.logIn(user)).stream())
    }
    cleanup(() => streams.forEach((stream) => stream.close()))
    await Promise.all(streams.map((stream) => stream.frame('chat.heartbeat')))

    await demoted.merge({ role: 'guest' as never }).save()
    await deactivated.merge({ isActive: false }).save()
    await Promise.all([streams[0].ended(2000), streams[1].ended(2000)])
    assert.isFalse(streams[2].isOver)
  })

  test('ends immediately, like those of visitors, when the module is disabled', async ({
    assert,
    cleanup,
  }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const admin = await AgentBrowser.logIn(await world.user('admin'))
    const visitors = [await world.guest(), await other.guest()]
    const streams = [
      await admin.stream(),
      ...(await Promise.all(visitors.map((v) => openStream(v.browser)))),
    ]
    cleanup(() => streams.forEach((stream) => stream.close()))
    await Promise.all(streams.map((stream) => stream.frame('chat.ready')))

    const { status } = await admin.post('/settings/modules/chat?_method=PUT', { enabled: false })
    assert.isBelow(status, 400)
    await Promise.all([streams[0].ended(1000), streams[1].ended(1000)])
    assert.isFalse(streams[2].isOver)
    assert.equal((await visitors[0].browser.get('/config')).status, 404)
  })
})
