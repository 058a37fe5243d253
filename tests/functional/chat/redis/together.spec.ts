import { Redis } from 'ioredis'
import { test } from '@japa/runner'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import type { EventStream } from '#tests/helpers/event_stream'
import { hasRedis, RedisProcess } from '#tests/helpers/redis_process'
import type { ServerProcess } from '#tests/helpers/server_process'
import { openStream } from '#tests/helpers/visitor_stream'
import { soon } from '../routing/team.js'
import { serversWith } from './shared.js'

/** Far sooner than any heartbeat or catch-up. */
const AT_THE_SPEED_OF_A_FRAME = 1000

test.group('Two servers with Redis between them', (group) => {
  if (!hasRedis) return group.each.skip(true, 'there is no redis-server here')
  let redis: RedisProcess
  let servers: ServerProcess[]

  group.setup(async () => {
    redis = await RedisProcess.start()
    servers = await serversWith(redis)
    return async () => {
      await Promise.all(servers.map((server) => server.stop()))
      await redis.kill()
    }
  })
  const at = <Client extends { with(changes: { server: string }): Client }>(
    client: Client,
    index: number
  ) => client.with({ server: servers[index].url })

  test('what is written at one is on the streams of the other, both ways', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const user = await world.user('manager')
    const agent = await AgentBrowser.logIn(user, servers[0].url)
    const [desk, phone] = [
      await agent.copy(servers[1].url).stream(),
      await openStream(at(browser, 0)),
    ]
    cleanup(() => [desk, phone].forEach((stream) => stream.close()))
    await Promise.all([desk.frame('chat.ready'), phone.frame('chat.ready')])

    await at(browser, 0).say(conversation.externalId, 'Do you repair e-bikes?')
    const seen = await desk.frame('chat.message.sent', AT_THE_SPEED_OF_A_FRAME)
    assert.equal(seen.message.content, 'Do you repair e-bikes?')
    assert.notProperty(seen, '_about')

    const path = `/chat/${conversation.externalId}/messages`
    const reply = { content: 'We do', client_message_id: crypto.randomUUID() }
    const answer = await agent.copy(servers[1].url).ask(path, reply)
    assert.equal(answer.status, 201, answer.text)
    const read = await phone.frame(
      (frame) => frame.message?.content === 'We do',
      AT_THE_SPEED_OF_A_FRAME
    )
    assert.equal(read.event, 'chat.message.sent')
  })

  test("what travels on a visitor's channel is what the visitor may see, and no note is on it", async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { browser, conversation, visitor } = await world.chatting()
    const agent = await AgentBrowser.logIn(await world.user('manager'), servers[0].url)
    const travelled: { channel: string; payload: any }[] = []
    const listener = new Redis(redis.url)
    cleanup(() => listener.disconnect())
    await listener.psubscribe('*')
    listener.on('pmessage', (_, __, text) => travelled.push(JSON.parse(text).payload))

    const path = `/chat/${conversation.externalId}/messages`
    const post = (content: string, internal: boolean) =>
      agent.ask(path, { content, internal, client_message_id: crypto.randomUUID() })
    assert.equal((await post('Not for the visitor', true)).status, 201)
    assert.equal((await post('For the visitor', false)).status, 201)
    await at(browser, 0).say(conversation.externalId, 'Thanks')
    await soon(async () => JSON.stringify(travelled).includes('Thanks'))

    const own = travelled.filter(({ channel }) => channel === `chat/visitor/${visitor.id}`)
    assert.isNotEmpty(own)
    assert.notInclude(JSON.stringify(own), 'Not for the visitor')
    const message = own.find(({ payload }) => payload.message?.content === 'For the visitor')!
    const keys = ['conversation_id', 'event', 'message', 'unread']
    assert.sameMembers(Object.keys(message.payload), keys)
    assert.notInclude(JSON.stringify(travelled), String(browser.token))
    for (const { channel } of travelled) assert.match(channel, /^chat\//)
  })

  test('a visitor may have as many streams as at one of them, and a closed one makes room', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const allowed = world.chat.config.streams.perVisitor
    const streams: EventStream[] = []
    cleanup(() => streams.forEach((stream) => stream.close()))
    for (let n = 0; n < allowed; n += 1) streams.push(await openStream(at(browser, n % 2)))
    assert.deepEqual(
      streams.map(({ status }) => status),
      Array(allowed).fill(200)
    )
    for (const server of [0, 1]) {
      assert.equal((await at(browser, server).get('/events')).status, 429)
    }
    streams[0].close()
    await soon(async () => {
      const again = await openStream(at(browser, 1))
      streams.push(again)
      return again.status === 200
    })
  })

  test('limits count what both have taken', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const { requests } = world.chat.config.limits.messagesPerVisitor
    const statuses: number[] = []
    for (let n = 0; n < requests + 2; n += 1) {
      const { status } = await at(browser, n % 2).say(conversation.externalId, `Message ${n}`)
      statuses.push(status)
    }
    assert.deepEqual(statuses, [...Array(requests).fill(201), 429, 429])
  })

  test('an agent is there while one holds a stream, and leaves with the last one', async ({
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager')
    const agent = await AgentBrowser.logIn(user, servers[0].url)
    const one = await agent.stream()
    const other = await agent.copy(servers[1].url).stream()
    cleanup(() => [one, other].forEach((stream) => stream.close()))
    await Promise.all([one.frame('chat.ready'), other.frame('chat.ready')])
    const { chat } = world
    const statusNow = async () => chat.agents.presence.statusOf(await world.agent('Anna', user))
    one.close()
    const leaves = chat.config.agentLeavesAfterSeconds * 1000
    await new Promise((resolve) => setTimeout(resolve, leaves + 500))
    if ((await statusNow()) === 'offline') throw new Error('Offline with a stream at the other')

    other.close()
    await soon(async () => (await statusNow()) === 'offline', leaves + 3000)
  })

  test('the count of one that is killed is void after a while, and it says nothing of Redis', async ({
    assert,
    cleanup,
  }) => {
    const [third] = await serversWith(redis, 1)
    cleanup(() => void third.stop('SIGKILL'))
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const allowed = world.chat.config.streams.perVisitor
    const there = browser.with({ server: third.url })
    const streams = await Promise.all(Array.from({ length: allowed }, () => openStream(there)))
    assert.equal(streams.at(-1)!.status, 200)
    const answers = async (status: number) => {
      const stream = await openStream(at(browser, 0))
      stream.close()
      return stream.status === status
    }
    // A server that Redis has not answered in time counts its own streams alone
    await soon(() => answers(429))
    await third.stop('SIGKILL')
    // Asked rarely, for requests have a limit as well
    let isVoid = false
    for (let tries = 0; tries < 25 && !isVoid; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      isVoid = await answers(200)
    }
    assert.isTrue(isVoid)
    assert.notMatch(third.output, /redis/i)
  }).timeout(90_000)
})
