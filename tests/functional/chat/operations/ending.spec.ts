import { Agent, request } from 'node:http'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ServerProcess } from '#tests/helpers/server_process'
import { openStream } from '#tests/helpers/visitor_stream'

test.group('A process that ends', () => {
  test('sends its readers away over a while, and is not kept by a connection in use', async ({
    assert,
    cleanup,
  }) => {
    // Started first, so that the one that ends knows of another
    const other = await ServerProcess.start()
    const server = await ServerProcess.start()
    cleanup(() => void [server, other].forEach((each) => void each.stop('SIGKILL')))
    const world = await ChatWorld.create()
    const guests = await Promise.all(Array.from({ length: 20 }, () => world.guest()))
    const streams = await Promise.all(
      guests.map(({ browser }) => openStream(browser.with({ server: server.url })))
    )
    await Promise.all(streams.map((stream) => stream.frame('chat.ready')))
    const endedAt = streams.map((stream) => stream.ended(10_000).then(() => performance.now()))

    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    let isUsed = true
    const using = (async () => {
      while (isUsed) {
        const asked = request(`${server.url}/p/chat/health`, { agent }).end()
        const [response] = await once(asked, 'response')
        await response.resume().toArray()
      }
    })().catch(() => {})

    assert.isBelow(await server.stop('SIGTERM'), 8000)
    assert.equal(server.process.exitCode, 0)
    isUsed = false
    agent.destroy()
    await using
    const times = await Promise.all(endedAt)
    const drainMs = world.chat.config.streams.drainSeconds * 1000
    assert.isAbove(Math.max(...times) - Math.min(...times), drainMs / 2)
  })
})
