import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { days, inZone, timed } from './timed.js'

async function perPoint(world: ChatWorld, from: string, to: string) {
  const report = await world.chat.analytics.report(world.tenantId, days(from, to))
  return report.series.points
    .filter(({ started }) => started > 0)
    .map((point) => [point.from.toISO({ suppressMilliseconds: true }), point.started])
}

test.group('Days are those of the tenant', () => {
  test('in March the day of the clock change is 23 hours long', async ({ assert }) => {
    const world = await ChatWorld.create()
    await inZone(world, 'Europe/Vienna')
    // Local: 28 Mar 23:59, 29 Mar 00:00, 29 Mar 23:59, 30 Mar 00:00
    for (const moment of ['28T22:59:59', '28T23:00:00', '29T21:59:59', '29T22:00:00']) {
      await timed(world, `2026-03-${moment}Z`)
    }
    assert.deepEqual(await perPoint(world, '2026-03-28', '2026-03-30'), [
      ['2026-03-28T00:00:00+01:00', 1],
      ['2026-03-29T00:00:00+01:00', 2],
      ['2026-03-30T00:00:00+02:00', 1],
    ])
    const { series } = await world.chat.analytics.report(
      world.tenantId,
      days('2026-03-29', '2026-03-29')
    )
    assert.lengthOf(series.points, 23)
    assert.equal(series.unit, 'hour')
    assert.equal(series.points[2].from.toFormat('HH:mm'), '03:00')
  })

  test('in October it is 25 hours long, and one hour comes twice', async ({ assert }) => {
    const world = await ChatWorld.create()
    await inZone(world, 'Europe/Vienna')
    // Local: 24 Oct 23:59, 25 Oct 00:00, 02:30 twice, 25 Oct 23:59, 26 Oct 00:00
    const moments = ['24T21:59:59', '24T22:00:00', '25T00:30:00', '25T01:30:00', '25T22:59:59']
    for (const moment of [...moments, '25T23:00:00']) await timed(world, `2026-10-${moment}Z`)
    assert.deepEqual(await perPoint(world, '2026-10-24', '2026-10-26'), [
      ['2026-10-24T00:00:00+02:00', 1],
      ['2026-10-25T00:00:00+02:00', 4],
      ['2026-10-26T00:00:00+01:00', 1],
    ])
    assert.deepEqual(await perPoint(world, '2026-10-25', '2026-10-25'), [
      ['2026-10-25T00:00:00+02:00', 1],
      ['2026-10-25T02:00:00+02:00', 1],
      ['2026-10-25T02:00:00+01:00', 1],
      ['2026-10-25T23:00:00+01:00', 1],
    ])
  })

  test('durations across the clock change are those that passed', async ({ assert }) => {
    const world = await ChatWorld.create()
    await inZone(world, 'Europe/Vienna')
    // 01:30 to 03:30 on the wall in March is one hour
    await timed(world, '2026-03-29T00:30:00Z', { answeredAfter: 3600, resolvedAfter: 7200 })
    const { metrics } = await world.chat.analytics.report(
      world.tenantId,
      days('2026-03-29', '2026-03-29')
    )
    assert.equal(metrics.response.average, 3600)
    assert.equal(metrics.resolution.average, 7200)
  })

  test('a tenant who moves to another time zone gets other days', async ({ assert }) => {
    const world = await ChatWorld.create()
    await inZone(world, 'UTC')
    await timed(world, '2026-05-04T20:00:00Z')
    assert.deepEqual(await perPoint(world, '2026-05-03', '2026-05-06'), [
      ['2026-05-04T00:00:00Z', 1],
    ])
    await inZone(world, 'Asia/Kathmandu')
    assert.deepEqual(await perPoint(world, '2026-05-03', '2026-05-06'), [
      ['2026-05-05T00:00:00+05:45', 1],
    ])
    await inZone(world, 'America/Los_Angeles')
    assert.deepEqual(await perPoint(world, '2026-05-03', '2026-05-06'), [
      ['2026-05-04T00:00:00-07:00', 1],
    ])
  })

  test('a time zone that does not exist is taken for UTC', async ({ assert }) => {
    const world = await ChatWorld.create()
    await inZone(world, 'Mars/Olympus')
    await timed(world, '2026-05-04T20:00:00Z')
    assert.deepEqual(await perPoint(world, '2026-05-03', '2026-05-06'), [
      ['2026-05-04T00:00:00Z', 1],
    ])
  })

  test('more than three months are shown week by week', async ({ assert }) => {
    const world = await ChatWorld.create()
    await timed(world, '2026-05-06T20:00:00Z')
    await timed(world, '2026-05-10T20:00:00Z')
    assert.deepEqual(await perPoint(world, '2026-01-01', '2026-06-30'), [
      ['2026-05-04T00:00:00Z', 2],
    ])
  })
})
