import { test } from '@japa/runner'
import { drain, drainMs } from '#chat/realtime/drain'

test.group('The end of streams', () => {
  test('takes its time, and longer the more there are, up to a limit', ({ assert }) => {
    assert.equal(drainMs(0, 2), 2000)
    assert.equal(drainMs(40, 2), 2000)
    assert.equal(drainMs(100, 2), 5000)
    assert.equal(drainMs(5000, 2), 8000)
  })

  test('is spread evenly over it', async ({ assert }) => {
    const ended: number[] = []
    const startedAt = performance.now()
    await drain(
      Array.from({ length: 15 }, (_, n) => n),
      500,
      () => ended.push(performance.now() - startedAt)
    )
    assert.lengthOf(ended, 15)
    assert.isAbove(ended[8], 200)
    assert.isAbove(ended[14], 400)
  })
})
