import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { days, timed } from './timed.js'

test.group('What the figures mean', () => {
  test('a period’s figures are those that one computes by hand', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    await timed(world, '2026-05-04T08:00:00Z', {
      answeredAfter: 10,
      resolvedAfter: 600,
      rating: 5,
      agent,
    })
    await timed(world, '2026-05-04T09:00:00Z', {
      answeredAfter: 20,
      resolvedAfter: 1200,
      rating: 4,
      agent,
    })
    await timed(world, '2026-05-05T09:00:00Z', { answeredAfter: 60, agent })
    await timed(world, '2026-05-06T09:00:00Z', { answeredAfter: 130, resolvedAfter: 90_000, agent })
    await timed(world, '2026-05-06T10:00:00Z')

    const { metrics } = await world.chat.analytics.report(
      world.tenantId,
      days('2026-05-04', '2026-05-06')
    )
    assert.deepEqual(metrics, {
      started: 5,
      answered: 4,
      resolved: 3,
      // (10 + 20 + 60 + 130) / 4; (20 + 60) / 2; 60 + 0.7 × (130 − 60)
      response: { count: 4, average: 55, median: 40, p90: 109 },
      // (600 + 1200 + 90000) / 3; the middle one; 1200 + 0.8 × (90000 − 1200)
      resolution: { count: 3, average: 30_600, median: 1200, p90: 72_240 },
      rating: { average: 4.5, count: 2 },
    })
  })

  test('nothing measured is no number rather than zero', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { metrics, agents } = await world.chat.analytics.report(world.tenantId, { period: '7d' })
    assert.deepEqual(metrics.response, { count: 0, average: null, median: null, p90: null })
    assert.deepEqual(metrics.rating, { average: null, count: 0 })
    assert.deepEqual(agents, [])
  })

  test('one widget’s figures leave out the other’s', async ({ assert }) => {
    const world = await ChatWorld.create()
    const other = await world.addWidget({ name: 'Help' })
    await timed(world, '2026-05-04T08:00:00Z', { answeredAfter: 10 })
    await timed(world, '2026-05-04T08:00:00Z', { answeredAfter: 50, widget: other })
    const period = days('2026-05-04', '2026-05-04')
    const { analytics } = world.chat
    const all = await analytics.report(world.tenantId, period)
    const one = await analytics.report(world.tenantId, period, other)
    assert.equal(all.metrics.response.average, 30)
    assert.equal(one.metrics.response.average, 50)
    assert.equal(sum(one.series.points.map(({ started }) => started)), 1)
    assert.equal(sum(all.series.points.map(({ started }) => started)), 2)
  })

  test('each agent has their own, the busiest first and unassigned ones last', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [anna, bela] = [await world.agent('Anna'), await world.agent('Bela')]
    for (const hour of ['08', '09']) {
      await timed(world, `2026-05-04T${hour}:00:00Z`, { answeredAfter: 30, rating: 3, agent: bela })
    }
    await timed(world, '2026-05-05T08:00:00Z', { answeredAfter: 10, rating: 5, agent: anna })
    for (const hour of ['08', '09', '10']) await timed(world, `2026-05-05T${hour}:00:00Z`)

    const { agents } = await world.chat.analytics.report(
      world.tenantId,
      days('2026-05-04', '2026-05-05')
    )
    assert.deepEqual(
      agents.map(({ name, metrics: { started, response, rating } }) => [
        name,
        started,
        response.average,
        rating.average,
      ]),
      [
        ['Bela', 2, 30, 3],
        ['Anna', 1, 10, 5],
        [null, 3, null, null],
      ]
    )
  })

  test('a rating stays with the assignee of the moment at which it was given', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [anna, bela] = [await world.agent('Anna'), await world.agent('Bela')]
    const rated = await timed(world, '2026-05-04T08:00:00Z', { rating: 5, agent: anna })
    await world.chat.conversations.assign(rated, bela, bela)
    const { agents } = await world.chat.analytics.report(
      world.tenantId,
      days('2026-05-04', '2026-05-04')
    )
    const of = (name: string) => agents.find((agent) => agent.name === name)!.metrics
    assert.deepEqual([of('Anna').started, of('Anna').rating.count], [0, 1])
    assert.deepEqual([of('Bela').started, of('Bela').rating.count], [1, 0])
  })

  test('now and today: what is open, and what was started and resolved', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const before = new Date(Date.now() - 3 * 86_400_000).toISOString()
    await timed(world, before, { resolvedAfter: 60, agent })
    await timed(world, before, { agent })
    const { conversation } = await world.chatting()
    await world.chatting()
    await world.reply(conversation, agent)
    const old = await timed(world, before, { agent })
    await world.chat.conversations.resolve(old, agent)
    await world.chat.agents.presence.beat(agent.id)

    const overview = await world.chat.analytics.overview(world.tenantId)
    assert.deepInclude(overview, {
      activeChats: 2,
      pendingChats: 1,
      startedToday: 2,
      resolvedToday: 1,
      agentsOnline: 1,
    })
    assert.isAtMost(overview.averageFirstResponse!, 5)
  })

  test('another tenant’s conversations count for nothing', async ({ assert }) => {
    const [mine, theirs] = [await ChatWorld.create(), await ChatWorld.create()]
    await timed(theirs, '2026-05-04T08:00:00Z', { answeredAfter: 10 })
    await theirs.chatting()
    const { analytics } = mine.chat
    const period = days('2026-05-04', '2026-05-04')
    const report = await analytics.report(mine.tenantId, period)
    const overview = await analytics.overview(mine.tenantId)
    assert.equal(report.metrics.started, 0)
    assert.equal(sum(report.series.points.map(({ started }) => started)), 0)
    assert.equal(overview.pendingChats, 0)
    const withTheirWidget = await analytics.report(mine.tenantId, period, theirs.widget)
    assert.equal(withTheirWidget.metrics.started, 0)
  })
})

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
