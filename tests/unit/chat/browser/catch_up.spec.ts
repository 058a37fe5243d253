import { test } from '@japa/runner'
import { CatchUp } from '../../../../resources/js/chat/shared/catch_up.js'
import { silenceOf } from '../../../../resources/js/chat/shared/event_stream.js'
import { Patience } from '../../../../resources/js/chat/shared/patience.js'

/** Jobs that end when the test says so, and the outcome of all of them. */
function works() {
  const results: boolean[] = []
  const ends: ((ok: boolean) => void)[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => {
      ends.push((ok) => (ok ? resolve() : reject(new Error('No connection'))))
    })
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { results, ends, settled, catchUp: new CatchUp(work, (ok) => void results.push(ok)) }
}

test.group('Catching up', () => {
  test('runs once more for all wishes that come meanwhile', async ({ assert }) => {
    const { catchUp, results, ends, settled } = works()
    for (let n = 0; n < 5; n += 1) catchUp.request()
    await settled()
    assert.lengthOf(ends, 1)
    ends[0](true)
    await settled()
    assert.lengthOf(ends, 2)
    ends[1](true)
    await settled()
    assert.deepEqual(results, [true])
  })

  test('waits for nothing that hangs when it is begun anew', async ({ assert }) => {
    const { catchUp, results, ends, settled } = works()
    catchUp.request()
    await settled()
    catchUp.restart()
    await settled()
    ends[1](true)
    await settled()
    assert.deepEqual(results, [true])
    ends[0](false)
    await settled()
    assert.deepEqual(results, [true])
  })

  test('gives up what is under way in a hurry, and has time again when something has worked', ({
    assert,
  }) => {
    const patience = new Patience()
    const usual = patience.ms
    const signal = patience.signal()
    patience.hurry()
    assert.isTrue(signal.aborted)
    assert.isAtMost(patience.ms, 2000)
    const spans = Array.from({ length: 8 }, () => {
      patience.hurry()
      return patience.ms
    })
    // A line that is slow, not dead, gets through in the end
    assert.isTrue(spans.some((span) => span >= 5000))
    patience.calm()
    assert.equal(patience.ms, usual)
  })

  test('begins at most 12 seconds after a stream has died', ({ assert }) => {
    assert.isAtMost(silenceOf(8), 12_000)
    assert.isAbove(silenceOf(8), 9000)
  })
})
