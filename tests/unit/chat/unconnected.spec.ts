import { test } from '@japa/runner'
import { unconnected, type ServingProcess } from '#chat/services/processes/unconnected'

const MINUTE = 60_000
const NOW = 100 * MINUTE

/** A process that started and was seen so many seconds ago. */
const serving = (name: string, started: number, seen = 0, hasBus = false): ServingProcess => ({
  name,
  hasBus,
  streams: 0,
  startedAt: NOW - started * 1000,
  seenAt: NOW - seen * 1000,
})

const named = (...processes: ServingProcess[]) =>
  unconnected(processes, MINUTE).map(({ name }) => name)

test.group('Processes that do not hear each other', () => {
  test('serve side by side for a minute, and one of them has no bus', ({ assert }) => {
    assert.deepEqual(named(), [])
    assert.deepEqual(named(serving('a', 900)), [])
    assert.deepEqual(named(serving('a', 900), serving('b', 61)), ['a', 'b'])
    assert.deepEqual(named(serving('a', 900, 3), serving('b', 64, 4)), ['a', 'b'])
    assert.deepEqual(named(serving('a', 900, 0, true), serving('b', 900, 0, true)), [])
    assert.deepEqual(named(serving('a', 900, 0, true), serving('b', 900)), ['a', 'b'])
    const three = [serving('a', 900, 0, true), serving('b', 900, 0, true), serving('c', 20)]
    assert.deepEqual(named(...three), [])
  })

  test('are not those of a restart or a rolling deployment', ({ assert }) => {
    assert.deepEqual(named(serving('old', 900, 10), serving('new', 8)), [])
    assert.deepEqual(named(serving('old', 900, 2), serving('new', 50)), [])
    assert.deepEqual(named(serving('old', 900, 11), serving('new', 70)), [])
    const pairs = [serving('a', 900, 9), serving('b', 880, 5, true), serving('c', 10)]
    assert.deepEqual(named(...pairs), ['a', 'b'])
  })
})
