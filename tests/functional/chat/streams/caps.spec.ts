import { test } from '@japa/runner'
import type { StreamGateway } from '#chat/realtime/stream_gateway'
import { visitorChannel } from '#chat/realtime/channels'
import { ChatWorld } from '#tests/helpers/chat_world'
import type { EventStream } from '#tests/helpers/event_stream'
import { openStream, tuneStreams } from '#tests/helpers/visitor_stream'

test.group('How many streams there may be, and for how long', () => {
  test('is one of a few that a visitor may have, and a closed one makes room', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await tuneStreams(cleanup, {})
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const allowed = gateway.config.perVisitor
    const streams: EventStream[] = []
    for (let n = 0; n < allowed; n += 1) streams.push(await openStream(browser))
    cleanup(() => streams.forEach((stream) => stream.close()))
    assert.deepEqual(
      streams.map(({ status }) => status),
      Array(allowed).fill(200)
    )

    const refused = await browser.get('/events')
    assert.equal(refused.status, 429)
    assert.isAbove(Number(refused.headers.get('retry-after')), 0)
    assert.equal(refused.json.errors[0].code, 'E_CHAT_TOO_MANY_STREAMS')
    assert.equal((await openStream((await world.guest()).browser)).status, 200)

    const before = gateway.openCount
    streams[0].close()
    while (gateway.openCount === before) await new Promise(setImmediate)
    streams.push(await openStream(browser))
    assert.equal(streams.at(-1)!.status, 200)
  })

  test('is one of a number that an address may have', async ({ assert, cleanup }) => {
    await tuneStreams(cleanup, { perIp: 3 })
    const world = await ChatWorld.create()
    const open = async (address: string) => {
      const { browser } = await world.guest()
      const stream = await openStream(browser.with({ headers: { 'X-Forwarded-For': address } }))
      cleanup(() => stream.close())
      return stream
    }
    const statuses = []
    for (const last of [1, 1, 1, 1, 2]) statuses.push((await open(`198.51.100.${last}`)).status)
    assert.deepEqual(statuses, [200, 200, 200, 429, 200])
  })

  test('of a reader who has stalled is cut off before it piles up', async ({ assert, cleanup }) => {
    const gateway = await tuneStreams(cleanup, { maxBufferedBytes: 256 * 1024 })
    const world = await ChatWorld.create()
    const [stalled, reading] = [await world.guest(), await world.guest()]
    const stuck = await openStream(stalled.browser)
    const fine = await openStream(reading.browser)
    cleanup(() => [stuck, fine].forEach((stream) => stream.close()))
    await Promise.all([stuck, fine].map((stream) => stream.frame('chat.ready')))
    const before = gateway.openCount
    stuck.stall()

    let sent = 0
    while (gateway.openCount === before && sent < 64) {
      const frame = () => ({ event: 'chat.test', number: sent, padding: 'x'.repeat(256 * 1024) })
      gateway.publish(visitorChannel(stalled.visitor.id), frame())
      gateway.publish(visitorChannel(reading.visitor.id), frame())
      await fine.frame(({ number }) => number === sent)
      sent += 1
    }
    assert.equal(gateway.openCount, before - 1)
    assert.isFalse(fine.isOver)
  })

  test('is not opened by a request for the headers alone', async ({ assert, cleanup }) => {
    const gateway = await tuneStreams(cleanup, {})
    await none(gateway, 2000)
    const { browser } = await (await ChatWorld.create()).guest()
    await fetch(browser.url('/events'), { method: 'HEAD', headers: browser.headers })
    assert.equal(gateway.openCount, 0)
  })

  test('that is not read does not delay the end of the server', async ({ assert, cleanup }) => {
    const gateway = await tuneStreams(cleanup, { maxBufferedBytes: 64 * 1024 * 1024 })
    const { browser, visitor } = await (await ChatWorld.create()).guest()
    const stuck = await openStream(browser)
    cleanup(() => stuck.close())
    await stuck.frame('chat.ready')
    stuck.stall()
    const padding = 'x'.repeat(1024 * 1024)
    for (let n = 0; n < 16; n += 1) {
      gateway.publish(visitorChannel(visitor.id), { event: 'chat.test', padding })
    }

    gateway.stop()
    assert.equal((await browser.get('/events')).status, 503)
    await none(gateway, 2000)
  })

  test('that its reader gave up before it was open is not kept', async ({ assert, cleanup }) => {
    const gateway = await tuneStreams(cleanup, {})
    await none(gateway, 2000)
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const { widgets } = world.chat
    const { availability } = widgets
    cleanup(() => void Object.assign(widgets, { availability }))
    const abort = new AbortController()
    const opened = new Promise<void>((resolve) => {
      widgets.availability = async (widget) => {
        abort.abort()
        await new Promise((later) => setTimeout(later, 100))
        setTimeout(resolve, 100)
        return availability.call(widgets, widget)
      }
    })
    const { signal } = abort
    await assert.rejects(() => fetch(browser.url('/events'), { headers: browser.headers, signal }))
    await opened
    assert.equal(gateway.openCount, 0)
  })
})

/** Settles when the gateway holds no stream any more. */
async function none(gateway: StreamGateway, patience: number) {
  const until = Date.now() + patience
  while (gateway.openCount > 0) {
    if (Date.now() > until) throw new Error(`${gateway.openCount} streams are still open`)
    await new Promise((later) => setTimeout(later, 10))
  }
}
