import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Widget from '#chat/models/widget'
import { WEEKDAYS } from '#chat/models/widget_values'
import { SettingsVersion } from '#chat/services/settings/settings_version'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream, tuneStreams } from '#tests/helpers/visitor_stream'

test.group("A visitor's stream", () => {
  test('says how often its heart beats, and it does', async ({ assert, cleanup }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const { browser } = await (await ChatWorld.create()).guest()
    const stream = await openStream(browser)
    cleanup(() => stream.close())
    const greeting = await stream.frame('chat.ready')
    assert.deepEqual(greeting, {
      event: 'chat.ready',
      heartbeat_seconds: 0.1,
      online: false,
      next_open_at: null,
      closes_at: null,
      changed: [],
    })
    await stream.frame('chat.heartbeat')
    assert.match(stream.response.headers['content-type']!, /^text\/event-stream/)
    assert.equal(stream.response.headers['x-accel-buffering'], 'no')
  })

  test('begins with the newest line that its visitor may see', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { conversation, browser } = await world.chatting()
    const me = await world.agent('Anna')
    const { message } = await world.reply(conversation, me, 'Yes')
    await world.reply(conversation, me, 'Between us', true)
    const stream = await openStream(browser)
    cleanup(() => stream.close())
    const { changed } = await stream.frame('chat.ready')
    assert.deepEqual(changed, [[conversation.externalId, message.seq]])
  })

  test('usually beats every 8 seconds at least, in the background every 25', async ({
    assert,
    cleanup,
  }) => {
    const { browser } = await (await ChatWorld.create()).guest()
    const streams = [await openStream(browser), await openStream(browser, '?background=1')]
    cleanup(() => streams.forEach((stream) => stream.close()))
    const [looking, background] = await Promise.all(
      streams.map(async (stream) => (await stream.frame('chat.ready')).heartbeat_seconds)
    )
    assert.isAtMost(looking, 8)
    assert.isAtMost(background, 25)
    assert.isAbove(background, 8)
  })

  test('goes on when the check at a heartbeat fails', async ({ assert, cleanup }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const world = await ChatWorld.create()
    const stream = await openStream((await world.guest()).browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')

    const { isModuleEnabled } = world.chat.host
    cleanup(() => void Object.assign(world.chat.host, { isModuleEnabled }))
    world.chat.host.isModuleEnabled = () => Promise.reject(new Error('The database is busy'))
    const seen = stream.frames.length
    await stream.frame(() => stream.frames.length > seen + 4)
    assert.isFalse(stream.isOver)
  })

  test('keeps its visitor seen for as long as it is open', async ({ assert, cleanup }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const world = await ChatWorld.create()
    const { browser, visitor } = await world.guest()
    const seen: number[] = []
    const { seen: note } = world.chat.visitors
    cleanup(() => void Object.assign(world.chat.visitors, { seen: note }))
    world.chat.visitors.seen = async ({ id }) => seen.push(id) > 0

    const stream = await openStream(browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    const atOpening = seen.length
    await stream.frame(() => stream.frames.length > 4)
    assert.include(seen.slice(atOpening), visitor.id)
  })

  test('says when the team comes and goes, once each', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const stream = await openStream((await world.guest()).browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    const announced = (count: number) => stream.frame(() => availability().length === count)
    const availability = () =>
      stream.frames.filter(({ event }) => event === 'chat.availability').map(({ online }) => online)

    await world.chat.agents.presence.arrive(agent)
    await announced(1)
    await world.chat.agents.presence.setIdle(agent, false)
    await world.chat.agents.presence.choose(agent, 'busy')
    await world.chat.agents.presence.choose(agent, 'away')
    await announced(2)
    assert.deepEqual(availability(), [true, false])
  })

  test('says within a heartbeat what only another process or the clock knows', async ({
    assert,
    cleanup,
  }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const [stream, elsewhere] = [
      await openStream((await world.guest()).browser),
      await openStream((await (await ChatWorld.create()).guest()).browser),
    ]
    cleanup(() => [stream, elsewhere].forEach((each) => each.close()))
    await Promise.all([stream, elsewhere].map((each) => each.frame('chat.ready')))

    await world.chat.agents.presence.beat(agent.id)
    assert.isTrue((await stream.frame('chat.availability')).online)
    const day = WEEKDAYS[DateTime.utc().plus({ days: 2 }).weekday - 1]
    const hours = { enabled: true, start: '09:00', end: '17:00' }
    const businessHours = { timezone: 'UTC', [day]: hours }
    await Widget.query()
      .where('id', world.widget.id)
      .update({ business_hours: JSON.stringify(businessHours) })
    await new SettingsVersion().advance()
    const closed = await stream.frame(
      ({ event, online }) => event === 'chat.availability' && !online
    )
    assert.isNotNull(closed.next_open_at)
    assert.isFalse(elsewhere.frames.some(({ event }) => event === 'chat.availability'))
  })

  test('ends at the next heartbeat when another process has switched its widget off', async ({
    cleanup,
  }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const world = await ChatWorld.create()
    const stream = await openStream((await world.guest()).browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    await Widget.query().where('id', world.widget.id).update({ is_active: false })
    await new SettingsVersion().advance()
    await stream.ended()
  })

  test('ends immediately when its widget is switched off, re-keyed or removed', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { widgets } = world.chat
    const changes = [
      () => widgets.setActive(world.widget, false, null),
      () => widgets.regenerateKey(world.widget, null),
      () => widgets.remove(world.widget, null),
    ]
    const elsewhere = await openStream((await world.guest({}, await world.addWidget())).browser)
    cleanup(() => elsewhere.close())
    await elsewhere.frame('chat.ready')
    for (const change of changes) {
      await widgets.setActive(world.widget, true, null)
      const stream = await openStream((await world.guest()).browser)
      await stream.frame('chat.ready')
      await change()
      await stream.ended(1000)
    }
    assert.isFalse(elsewhere.isOver)
  })
})
