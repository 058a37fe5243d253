import { test } from '@japa/runner'
import { type DateTime } from 'luxon'
import { dayOf, hoursOf, spanOf } from '#chat/services/analytics/local_days'

/** Clocks go back at one o'clock, at midnight to the day before, and over midnight; or forward there. */
const CHANGES: [zone: string, before: string, day: string, hours: number][] = [
  ['Europe/Vienna', '2026-10-24', '2026-10-25', 25],
  ['Europe/Vienna', '2026-03-28', '2026-03-29', 23],
  ['Atlantic/Azores', '2026-10-24', '2026-10-25', 25],
  ['America/Havana', '2026-10-31', '2026-11-01', 25],
  ['America/Santiago', '2026-09-05', '2026-09-06', 23],
  ['Africa/Cairo', '2026-04-23', '2026-04-24', 23],
  ['UTC', '2026-12-31', '2027-01-01', 24],
]

test.group('Days of a time zone', () => {
  for (const [zone, before, day, hours] of CHANGES) {
    test(`${day} in ${zone} begins where the day before ends`, ({ assert }) => {
      const { from, until } = spanOf(day, zone)
      assert.equal(from.toMillis(), spanOf(before, zone).until.toMillis())
      const moments = [from.minus(1), from, until.minus(1)].map((at: DateTime) => dayOf(at, zone))
      assert.deepEqual(moments, [before, day, day])
      assert.lengthOf(hoursOf(day, zone), hours)
    })
  }
})
