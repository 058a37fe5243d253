import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import DailyFigures from '#chat/models/daily_figures'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { days, inZone, timed } from './timed.js'

const PERIOD = days('2026-05-01', '2026-05-31')

async function figures(world: ChatWorld) {
  const { metrics, agents } = await world.chat.analytics.report(world.tenantId, PERIOD)
  return { metrics, agents }
}

const storedRows = (world: ChatWorld) =>
  DailyFigures.query().where('tenant_id', world.tenantId).orderBy('id')

test.group('Counted days', () => {
  test('what changes later is counted on the day of the start', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const conversation = await timed(world, '2026-05-04T08:00:00Z')
    assert.equal((await figures(world)).metrics.resolved, 0)

    await world.chat.conversations.resolve(conversation, agent)
    assert.equal((await figures(world)).metrics.resolved, 1)
    await world.chat.conversations.reopen(conversation, agent)
    assert.equal((await figures(world)).metrics.resolved, 0)
    await world.chat.conversations.assign(conversation, agent, agent)
    assert.deepEqual(
      (await figures(world)).agents.map(({ agentId }) => agentId),
      [agent.id]
    )
  })

  test('a deleted conversation is counted no longer', async ({ assert }) => {
    const world = await ChatWorld.create()
    const conversation = await timed(world, '2026-05-04T08:00:00Z')
    assert.equal((await figures(world)).metrics.started, 1)
    await conversation.delete()
    await world.chat.analytics.forget(conversation)
    assert.equal((await figures(world)).metrics.started, 0)
  })

  test('counting anew changes nothing that was right, and mends what was not', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    await timed(world, '2026-05-04T08:00:00Z', { answeredAfter: 5, rating: 2, agent })
    await timed(world, '2026-05-20T08:00:00Z', { resolvedAfter: 50 })
    const before = await figures(world)
    const count = (await storedRows(world)).length

    const first = await world.chat.analytics.rebuild(world.tenantId)
    const second = await world.chat.analytics.rebuild(world.tenantId)
    assert.equal(first, second)
    assert.deepEqual(await figures(world), before)
    assert.lengthOf(await storedRows(world), count)

    await DailyFigures.query().where('tenant_id', world.tenantId).update({ started: 99 })
    await ace.exec('chat:rollup', [world.tenantId, '--rebuild'])
    assert.deepEqual(await figures(world), before)
  })

  test('concurrent readers count each day once', async ({ assert }) => {
    const world = await ChatWorld.create()
    await inZone(world, 'Europe/Vienna')
    for (let day = 10; day < 16; day += 1) await timed(world, `2026-05-${day}T08:00:00Z`)
    const seen = await Promise.all(Array.from({ length: 8 }, () => figures(world)))
    for (const { metrics } of seen) assert.equal(metrics.started, 6)
    assert.lengthOf(await storedRows(world), 6)
  })

  test('days without change are not counted again', async ({ assert }) => {
    const world = await ChatWorld.create()
    const old = await timed(world, '2026-05-04T08:00:00Z')
    await old.merge({ updatedAt: old.createdAt }).save()
    const { analytics } = world.chat
    assert.isAbove(await analytics.refresh(world.tenantId), 0)
    assert.equal(await analytics.refresh(world.tenantId), 0)
  })

  test('a deleted conversation of a day whose counts are kept costs one look', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const conversation = await timed(world, '2026-05-04T08:00:00Z')
    const { analytics } = world.chat
    await analytics.refresh(world.tenantId)
    assert.isAbove((await statementsOf(() => analytics.forget(conversation))).length, 2)
    await analytics.keepDays(world.tenantId, [conversation])
    assert.lengthOf(await statementsOf(() => analytics.forget(conversation)), 1)
  })
})
