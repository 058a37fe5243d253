import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import {
  isWithinBusinessHours,
  nextClosing,
  nextOpening,
} from '#chat/services/widgets/business_hours'
import { WEEKDAYS, type BusinessHours, type OpeningHours } from '#chat/models/widget_values'

const OFFICE: OpeningHours = { enabled: true, start: '09:00', end: '17:00' }
const CLOSED: OpeningHours = { enabled: false }

/** A week in Vienna with hours on the given days only. */
function week(
  days: Partial<Record<(typeof WEEKDAYS)[number], OpeningHours>>,
  timezone = 'Europe/Vienna'
) {
  const all = WEEKDAYS.map((day) => [day, days[day] ?? CLOSED])
  return { timezone, ...Object.fromEntries(all) } as BusinessHours
}

const OFFICE_WEEK = week(Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, OFFICE])))
const vienna = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Vienna' })
const nextIn = (hours: BusinessHours, text: string) =>
  nextOpening(hours, vienna(text))?.setZone(hours.timezone).toFormat('ccc yyyy-LL-dd HH:mm') ?? null

const MOMENTS: [moment: string, isOpen: boolean][] = [
  ['2026-11-20T08:59:59', false],
  ['2026-11-20T09:00:00', true],
  ['2026-11-20T16:59:59', true],
  ['2026-11-20T17:00:00', false],
  ['2026-11-21T12:00:00', false],
  ['2026-11-23T09:00:00', true],
]

test.group('Business hours', () => {
  test('a widget without hours is always open', ({ assert }) => {
    assert.isTrue(isWithinBusinessHours(null, vienna('2026-11-22T03:00:00')))
    assert.isNull(nextOpening(null, vienna('2026-11-22T03:00:00')))
  })

  test('at {0} the office is open: {1}')
    .with(MOMENTS)
    .run(({ assert }, [moment, isOpen]) => {
      assert.equal(isWithinBusinessHours(OFFICE_WEEK, vienna(moment)), isOpen)
    })

  test('the hours are those of the widget’s time zone, wherever the server is', ({ assert }) => {
    const tokyo = { ...OFFICE_WEEK, timezone: 'Asia/Tokyo' }
    assert.isTrue(isWithinBusinessHours(tokyo, DateTime.fromISO('2026-11-20T00:30:00Z')))
    assert.isFalse(isWithinBusinessHours(tokyo, DateTime.fromISO('2026-11-20T08:30:00Z')))
  })

  test('they end when the day does, or where hours that go on without a gap do', ({ assert }) => {
    const endIn = (hours: BusinessHours, text: string) =>
      nextClosing(hours, vienna(text))?.setZone(hours.timezone).toFormat('ccc HH:mm') ?? null
    assert.equal(endIn(OFFICE_WEEK, '2026-11-20T10:00:00'), 'Fri 17:00')
    assert.isNull(endIn(OFFICE_WEEK, '2026-11-20T18:00:00'))
    assert.isNull(nextClosing(null, vienna('2026-11-20T10:00:00')))
    const night = { enabled: true, start: '22:00', end: '06:00' }
    const early = { enabled: true, start: '06:00', end: '09:00' }
    const through = week({ thursday: night, friday: early })
    assert.equal(endIn(through, '2026-11-19T23:00:00'), 'Fri 09:00')
    assert.equal(endIn(through, '2026-11-20T05:00:00'), 'Fri 09:00')
  })

  test('a Friday evening is followed by Monday morning', ({ assert }) => {
    assert.equal(nextIn(OFFICE_WEEK, '2026-11-20T18:00:00'), 'Mon 2026-11-23 09:00')
    assert.equal(nextIn(OFFICE_WEEK, '2026-11-20T07:00:00'), 'Fri 2026-11-20 09:00')
    assert.isNull(nextOpening(OFFICE_WEEK, vienna('2026-11-20T10:00:00')))
  })

  test('a week with one opening comes round again', ({ assert }) => {
    const mondays = week({ monday: OFFICE })
    assert.equal(nextIn(mondays, '2026-11-23T17:00:00'), 'Mon 2026-11-30 09:00')
  })

  test('a week without any opening has no next one', ({ assert }) => {
    assert.isFalse(isWithinBusinessHours(week({}), vienna('2026-11-20T10:00:00')))
    assert.isNull(nextOpening(week({}), vienna('2026-11-20T10:00:00')))
  })

  test('hours past midnight belong to the day on which they began', ({ assert }) => {
    const friday = week({ friday: { enabled: true, start: '18:00', end: '02:00' } })
    assert.isTrue(isWithinBusinessHours(friday, vienna('2026-11-20T23:00:00')))
    assert.isTrue(isWithinBusinessHours(friday, vienna('2026-11-21T01:59:00')))
    assert.isFalse(isWithinBusinessHours(friday, vienna('2026-11-21T02:00:00')))
    assert.isFalse(isWithinBusinessHours(friday, vienna('2026-11-20T01:00:00')))
  })

  test('the same time twice is the whole day', ({ assert }) => {
    const allDay = week({ friday: { enabled: true, start: '00:00', end: '00:00' } })
    assert.isTrue(isWithinBusinessHours(allDay, vienna('2026-11-20T00:00:00')))
    assert.isTrue(isWithinBusinessHours(allDay, vienna('2026-11-20T23:59:59')))
    assert.isFalse(isWithinBusinessHours(allDay, vienna('2026-11-21T00:00:00')))
  })

  test('when the clocks change, the door still opens at nine', ({ assert }) => {
    const sundays = week({ sunday: OFFICE })
    const spring = nextOpening(sundays, vienna('2026-03-28T20:00:00'))!
    assert.equal(spring.toISO(), '2026-03-29T07:00:00.000Z')
    const autumn = nextOpening(sundays, vienna('2026-10-24T20:00:00'))!
    assert.equal(autumn.toISO(), '2026-10-25T08:00:00.000Z')
    assert.isTrue(isWithinBusinessHours(sundays, DateTime.fromISO('2026-10-25T15:59:00Z')))
    assert.isFalse(isWithinBusinessHours(sundays, DateTime.fromISO('2026-10-25T16:00:00Z')))
  })

  test('a night shift is an hour shorter in spring and longer in autumn', ({ assert }) => {
    const nights = week({ saturday: { enabled: true, start: '22:00', end: '06:00' } })
    const hoursFrom = (noon: string) =>
      Array.from({ length: 48 }, (_, hour) => vienna(noon).plus({ hours: hour })).filter((moment) =>
        isWithinBusinessHours(nights, moment)
      ).length
    assert.equal(hoursFrom('2026-03-28T12:00:00'), 7)
    assert.equal(hoursFrom('2026-10-24T12:00:00'), 9)
    assert.equal(hoursFrom('2026-11-21T12:00:00'), 8)
  })

  test('a start in the hour that is skipped is the first minute after it', ({ assert }) => {
    const early = week({ sunday: { enabled: true, start: '02:30', end: '05:00' } })
    assert.isTrue(isWithinBusinessHours(early, DateTime.fromISO('2026-03-29T01:30:00Z')))
    assert.isFalse(isWithinBusinessHours(early, DateTime.fromISO('2026-03-29T00:59:00Z')))
  })

  test('a zone whose day begins at one in the morning opens on time', ({ assert }) => {
    const cairo = week({ friday: OFFICE }, 'Africa/Cairo')
    const opening = nextOpening(cairo, DateTime.fromISO('2026-04-23T20:00:00Z'))!
    assert.equal(opening.toISO(), '2026-04-24T06:00:00.000Z')
  })
})
