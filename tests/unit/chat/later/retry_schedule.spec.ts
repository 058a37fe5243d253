import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { defineConfig, type ChatConfigInput } from '#chat/define_config'
import { nextAttemptAt } from '#chat/services/due_actions/retry_schedule'

const { retryAfterSeconds: waits } = defineConfig({} as ChatConfigInput).webhooks
const now = DateTime.utc()
const secondsAfter = (attempts: number, wish: string | null = null) =>
  nextAttemptAt(attempts, waits, wish, now)?.diff(now, 'seconds').seconds

test.group('When a delivery is tried again', () => {
  test('later and later, for two days, and then no more', ({ assert }) => {
    const seconds = waits.map((_, index) => secondsAfter(index + 1)!)
    for (const [index, wait] of seconds.entries()) {
      assert.isAtLeast(wait, waits[index])
      assert.isAtMost(wait, waits[index] * 1.1)
      if (index > 0) assert.isAbove(wait, seconds[index - 1])
    }
    assert.isUndefined(secondsAfter(waits.length + 1))
    assert.isAbove(
      waits.reduce((sum, wait) => sum + wait, 0),
      43 * 3600
    )
  })

  test('not all at the same moment', ({ assert }) => {
    assert.isAbove(new Set(Array.from({ length: 20 }, () => secondsAfter(3))).size, 10)
  })

  test('after the time that the receiver asks for, within reason', ({ assert }) => {
    assert.isAtLeast(secondsAfter(1, '120')!, 120)
    assert.isAtMost(secondsAfter(1, '5')!, 11)
    assert.isAtMost(secondsAfter(1, '999999999')!, 6 * 3600 * 1.1)
    assert.isAtLeast(secondsAfter(1, now.plus({ minutes: 10 }).toHTTP())!, 599)
    for (const nonsense of ['soon', '-5', '', '1e9', 'Infinity']) {
      assert.isAtMost(secondsAfter(1, nonsense)!, 11, nonsense)
    }
    assert.isUndefined(secondsAfter(waits.length + 1, '60'))
  })
})
