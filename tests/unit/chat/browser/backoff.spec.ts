import { test } from '@japa/runner'
import {
  blockedDelay,
  pollDelay,
  reconnectDelay,
} from '../../../../resources/js/chat/shared/backoff.js'

test.group('Backoff of the live connection', () => {
  test('no wait is longer than 1.2 s during the first minute', ({ assert }) => {
    for (let attempt = 1; attempt < 200; attempt++) {
      assert.isAtMost(reconnectDelay(attempt, 59_000, true, 1), 1200)
    }
  })

  test('the distance grows later, to 15 s when visible and 60 s when hidden', ({ assert }) => {
    assert.equal(reconnectDelay(50, 3_600_000, false, 1), 15_000)
    assert.equal(reconnectDelay(50, 3_600_000, true, 1), 60_000)
  })

  test('browsers do not come back in the same instant', ({ assert }) => {
    assert.isBelow(reconnectDelay(8, 0, false, 0), reconnectDelay(8, 0, false, 1))
  })

  test('a blocked stream is tried again at growing distance, at least once a minute', ({
    assert,
  }) => {
    const delays = [1, 2, 3, 4, 5, 40].map((attempt) => blockedDelay(attempt, 1))
    assert.deepEqual(delays, [5000, 10_000, 20_000, 40_000, 60_000, 60_000])
  })

  test('polls every 2 s at first, slows down with time, and more in the background', ({
    assert,
  }) => {
    assert.equal(pollDelay(0, false), 2000)
    assert.isAbove(pollDelay(20 * 60_000, false), 2000)
    assert.isAbove(pollDelay(0, true), pollDelay(20 * 60_000, false))
  })
})
