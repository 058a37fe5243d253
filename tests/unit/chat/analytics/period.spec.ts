import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { toPeriod } from '#chat/services/analytics/period'

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
const span = (request: object, zone = 'UTC', now = at('2026-03-29T12:00:00Z')) => {
  const { name, from, to } = toPeriod(request, zone, now)
  return [name, from, to]
}

test.group('Periods', () => {
  test('today is the day on which the tenant is, not the server', ({ assert }) => {
    const now = at('2026-03-28T23:30:00Z')
    assert.deepEqual(span({ period: 'today' }, 'UTC', now), ['today', '2026-03-28', '2026-03-28'])
    assert.deepEqual(span({ period: 'today' }, 'Europe/Vienna', now), [
      'today',
      '2026-03-29',
      '2026-03-29',
    ])
    assert.deepEqual(span({ period: 'today' }, 'America/Los_Angeles', at('2026-03-29T02:00:00Z')), [
      'today',
      '2026-03-28',
      '2026-03-28',
    ])
  })

  test('so many days end today and hold so many days, whatever the clock does', ({ assert }) => {
    assert.deepEqual(span({ period: '7d' }, 'Europe/Vienna'), ['7d', '2026-03-23', '2026-03-29'])
    assert.deepEqual(span({ period: '30d' }), ['30d', '2026-02-28', '2026-03-29'])
    assert.deepEqual(span({ period: '90d' }), ['90d', '2025-12-30', '2026-03-29'])
  })

  test('dates the wrong way round are turned', ({ assert }) => {
    assert.deepEqual(span({ period: 'custom', from: '2026-02-10', to: '2026-02-01' }), [
      'custom',
      '2026-02-01',
      '2026-02-10',
    ])
  })

  test('more than a year is cut at its beginning', ({ assert }) => {
    assert.deepEqual(span({ period: 'custom', from: '2020-01-01', to: '2025-12-31' }), [
      'custom',
      '2024-12-31',
      '2025-12-31',
    ])
  })

  test('what is no period means the last seven days', ({ assert }) => {
    const week = ['7d', '2026-03-23', '2026-03-29']
    for (const request of [
      {},
      { period: ['today'] },
      { period: 'custom' },
      { period: 'custom', from: '2026-02-30', to: '2026-03-01' },
      { period: 'custom', from: '2026-03-01T00:00', to: '2026-03-02' },
      { period: 'custom', from: ['2026-03-01'], to: '2026-03-02' },
    ]) {
      assert.deepEqual(span(request), week)
    }
  })
})
