import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { isQuietAt, quietSpan } from '#chat/services/notifications/quiet_hours'

const hours = (quietFrom: string, quietUntil: string, timeZone = 'Europe/Oslo') => ({
  isQuiet: true,
  quietFrom,
  quietUntil,
  timeZone,
})

const oslo = (local: string) => DateTime.fromISO(local, { zone: 'Europe/Oslo' }).toUTC()

test.group('Quiet hours', () => {
  test('{0}–{1} at {2}: {3}')
    .with([
      ['22:00', '07:00', '2026-11-28T23:30', true],
      ['22:00', '07:00', '2026-11-28T06:59', true],
      ['22:00', '07:00', '2026-11-28T07:00', false],
      ['22:00', '07:00', '2026-11-28T12:00', false],
      ['12:00', '13:00', '2026-11-28T12:30', true],
      ['12:00', '13:00', '2026-11-28T13:00', false],
      ['00:00', '00:00', '2026-11-28T15:00', true],
    ] as const)
    .run(({ assert }, [from, until, at, isQuiet]) => {
      assert.equal(isQuietAt(hours(from, until), oslo(at)), isQuiet)
    })

  test('are on the agent’s clock, and do not count while they are off', ({ assert }) => {
    const now = DateTime.fromISO('2026-11-28T21:30:00Z')
    assert.isTrue(isQuietAt(hours('22:00', '07:00'), now))
    assert.isFalse(isQuietAt(hours('22:00', '07:00', 'UTC'), now))
    assert.isFalse(isQuietAt({ ...hours('22:00', '07:00'), isQuiet: false }, now))
  })

  test('the next ones are known before they begin, in the night of a clock change as well', ({
    assert,
  }) => {
    const span = quietSpan(hours('22:00', '07:00'), oslo('2026-10-24T12:00'))!
    assert.equal(span.from.toISO(), '2026-10-24T22:00:00.000+02:00')
    assert.equal(span.until.toISO(), '2026-10-25T07:00:00.000+01:00')
  })
})
