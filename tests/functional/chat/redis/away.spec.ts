import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { DrillLoad } from '#chat/drill/drill_load'
import { tallyOf } from '#chat/drill/drill_tally'
import { ChatWorld } from '#tests/helpers/chat_world'
import { hasRedis, RedisProcess } from '#tests/helpers/redis_process'
import type { ServerProcess } from '#tests/helpers/server_process'
import { openStream } from '#tests/helpers/visitor_stream'
import { drillVisitor, serversWith } from './shared.js'

const VISITORS = 20
const PER_SECOND = 40
const AWAY_MS = 5000
/** How much later 95 of 100 messages may be shown, whatever Redis does: sooner than heartbeats; milliseconds. */
const CURRENT_WITHIN = 5000
/** How late any may be on a busy machine; milliseconds. */
const PATIENCE = 20_000
const GROWS_AT_MOST = 20 * 1024 * 1024

/** The memory of a process, in bytes. */
const memoryOf = ({ process: { pid } }: ServerProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024

test.group('When Redis goes', (group) => {
  if (!hasRedis) return group.each.skip(true, 'there is no redis-server here')

  test('under load and comes back, nothing is lost or doubled, and everything is current within seconds', async ({
    assert,
    cleanup,
  }) => {
    const redis = await RedisProcess.start()
    const servers = await serversWith(redis)
    cleanup(async () => {
      await Promise.all(servers.map((server) => server.stop('SIGKILL')))
      await redis.kill()
    })
    const world = await ChatWorld.create()
    const urls = servers.map(({ url }) => url)
    const visitors = await Promise.all(
      Array.from({ length: VISITORS }, (_, n) =>
        drillVisitor(world, urls[n % 2], urls[(n + 1) % 2])
      )
    )
    const load = new DrillLoad(visitors, PER_SECOND)
    load.start()
    // A while, so that memory is compared with that of servers at work
    await wait(4000)
    const atFirst = servers.map(memoryOf)
    await wait(AWAY_MS)
    const before = servers.map(memoryOf)
    /** How late they are with Redis is up to the machine, and to what it does beside. */
    const usually = tallyOf(visitors).p95
    await redis.kill()
    await wait(AWAY_MS)
    /** Beyond what the same time at work takes with Redis: V8's heap still grows. */
    const grown = servers.map(
      (server, n) => memoryOf(server) - before[n] - Math.max(0, before[n] - atFirst[n])
    )
    await redis.start()
    await wait(4000)
    await load.end(PATIENCE)

    const { lost, doubled, reordered, acknowledged, p95 } = tallyOf(visitors)
    const { written } = load
    assert.isAbove(written, 400)
    assert.deepEqual(
      { lost, doubled, reordered, acknowledged },
      {
        lost: 0,
        doubled: 0,
        reordered: 0,
        acknowledged: written,
      }
    )
    assert.isBelow(p95, usually + CURRENT_WITHIN)
    for (const each of grown) assert.isBelow(each, GROWS_AT_MOST)
    // Frames again, not only catching up: what is written last is shown sooner than that would
    const last = visitors.flatMap(({ sent }) => sent.slice(-2))
    const times = last.map(({ at, shownAt }) => shownAt! - at).sort((one, other) => one - other)
    assert.isBelow(times[Math.floor(times.length / 2)], usually + 500)
    for (const server of servers) assert.isNull(server.process.exitCode)
  }).timeout(90_000)

  test('before the servers start, they serve, catch up, and find it when it comes', async ({
    assert,
    cleanup,
  }) => {
    const redis = await RedisProcess.reserve()
    const servers = await serversWith(redis)
    cleanup(async () => {
      await Promise.all(servers.map((server) => server.stop('SIGKILL')))
      await redis.kill()
    })
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const stream = await openStream(browser.with({ server: servers[1].url }))
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    // The servers have found each other, and a heartbeat has read what was there before
    await wait(9000)
    const at = (index: number) => browser.with({ server: servers[index].url })

    const { json } = await at(0).say(conversation.externalId, 'Is it there?')
    const tells = (frame: any) =>
      frame.event === 'chat.heartbeat' &&
      frame.changed?.some(
        ([uuid, seq]: [string, number]) => uuid === conversation.externalId && seq >= json.seq
      )
    await stream.frame(tells, PATIENCE)

    await redis.start()
    await wait(2500)
    await at(0).say(conversation.externalId, 'By a frame')
    await stream.frame((frame) => frame.message?.content === 'By a frame', PATIENCE)
    const ended = await Promise.all(servers.map((server) => server.stop('SIGTERM')))
    for (const took of ended) assert.isBelow(took, 5000)
    for (const { process } of servers) assert.equal(process.exitCode, 0)
  }).timeout(60_000)

  test('a server ends in time while Redis is away', async ({ assert, cleanup }) => {
    const redis = await RedisProcess.start()
    const [server] = await serversWith(redis, 1)
    cleanup(async () => {
      await server.stop('SIGKILL')
      await redis.kill()
    })
    const { browser } = await (await ChatWorld.create()).guest()
    const stream = await openStream(browser.with({ server: server.url }))
    await stream.frame('chat.ready')
    await redis.kill()
    assert.isBelow(await server.stop('SIGTERM'), 5000)
    assert.equal(server.process.exitCode, 0)
  })
})
