import { test } from '@japa/runner'
import Widget from '#chat/models/widget'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream, tuneStreams } from '#tests/helpers/visitor_stream'

test.group("A visitor's stream", () => {
  test('says how often its heart beats, and it does', async ({ assert, cleanup }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const { browser } = await (await ChatWorld.create()).guest()
    const stream = await openStream(browser)
    cleanup(() => stream.close())
    const greeting = await stream.frame('chat.ready')
    assert.deepEqual(greeting, { event: 'chat.ready', heartbeat_seconds: 0.1, online: false })
    await stream.frame('chat.heartbeat')
    assert.match(stream.response.headers['content-type']!, /^text\/event-stream/)
    assert.equal(stream.response.headers['x-accel-buffering'], 'no')
  })

  test('usually beats at least every 25 seconds', async ({ assert, cleanup }) => {
    const { heartbeatSeconds } = (await tuneStreams(cleanup, {})).config
    assert.isAtMost(heartbeatSeconds, 25)
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
    await stream.frame(() => stream.frames.length > seen + 1)
    assert.isFalse(stream.isOver)
  })

  test('keeps its visitor seen for as long as it is open', async ({ assert, cleanup }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    const world = await ChatWorld.create()
    const { browser, visitor } = await world.guest()
    const seen: number[] = []
    const { seen: note } = world.chat.visitors
    cleanup(() => void Object.assign(world.chat.visitors, { seen: note }))
    world.chat.visitors.seen = async ({ id }) => void seen.push(id)

    const stream = await openStream(browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    const atOpening = seen.length
    await stream.frame('chat.heartbeat')
    assert.include(seen.slice(atOpening), visitor.id)
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
    await stream.ended()
  })

  test('ends at once when its widget is switched off, re-keyed or removed', async ({
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
