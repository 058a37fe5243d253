import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Message from '#chat/models/message'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ServerProcess } from '#tests/helpers/server_process'
import { openStream } from '#tests/helpers/visitor_stream'

const range = (length: number) => Array.from({ length }, (_, index) => index)

test.group('When a server goes down', () => {
  test('SIGTERM ends it within five seconds despite open streams', async ({ assert, cleanup }) => {
    const server = await ServerProcess.start()
    cleanup(() => void server.stop('SIGKILL'))
    const world = await ChatWorld.create()
    const agent = await AgentBrowser.logIn(await world.user(), server.url)
    const visitors = await Promise.all(range(10).map(() => world.guest()))
    const streams = await Promise.all([
      agent.stream(),
      ...visitors.map(({ browser }) => openStream(browser.with({ server: server.url }))),
    ])
    await Promise.all(streams.map((stream) => stream.frame('chat.ready')))

    assert.isBelow(await server.stop('SIGTERM'), 5000)
    assert.equal(server.process.exitCode, 0)
    await Promise.all(streams.map((stream) => stream.ended(1000)))
    for (const { frames } of streams) assert.equal(frames.at(-1)!.event, 'chat.stream.end')
  })

  test('SIGTERM ends it although browsers keep their connections', async ({ assert, cleanup }) => {
    const server = await ServerProcess.start()
    cleanup(() => void server.stop('SIGKILL'))
    const answer = await fetch(`${server.url}/login`)
    await answer.text()
    assert.equal(answer.headers.get('keep-alive'), 'timeout=65')
    assert.isBelow(await server.stop('SIGTERM'), 5000)
  })

  test('SIGKILL loses no message that was acknowledged', async ({ assert, cleanup }) => {
    const server = await ServerProcess.start()
    cleanup(() => void server.stop('SIGKILL'))
    const world = await ChatWorld.create()
    const guests = await Promise.all(range(8).map(() => world.chatting()))

    const acknowledged: string[] = []
    const talking = guests.map(async ({ browser, conversation }) => {
      const there = browser.with({ server: server.url })
      for (let n = 0; n < 30; n += 1) {
        const { status, json } = await there.say(conversation.externalId, `Message ${n}`)
        if (status === 201) acknowledged.push(json.id)
        if (acknowledged.length === 40) server.process.kill('SIGKILL')
      }
    })
    await Promise.allSettled(talking)
    await server.exited

    assert.isAtLeast(acknowledged.length, 40)
    const stored = await Message.query().whereIn('external_id', acknowledged)
    assert.lengthOf(stored, acknowledged.length)
  })

  test('a message cut off by SIGKILL is stored once when it is sent again', async ({
    assert,
    cleanup,
  }) => {
    const server = await ServerProcess.start()
    cleanup(() => void server.stop('SIGKILL'))
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const ids = range(20).map(() => randomUUID())
    const sends = ids.map((id) =>
      browser.with({ server: server.url }).say(conversation.externalId, 'Hi', id)
    )
    await Promise.race(sends)
    await server.stop('SIGKILL')
    await Promise.allSettled(sends)

    for (const id of ids) {
      const { status } = await browser.say(conversation.externalId, 'Hi', id)
      assert.include([200, 201], status)
    }
    const rows = await Message.query().where('conversation_id', conversation.id).orderBy('seq')
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      range(21).map((n) => n + 1)
    )
  })
})
