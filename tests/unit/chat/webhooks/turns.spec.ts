import { test } from '@japa/runner'
import { roundRobin } from '#chat/services/webhooks/turns'

const ids = (...all: number[]) => all.map((id) => ({ id }))

test.group('Webhooks that are due', () => {
  test('begin behind the one that was served last', ({ assert }) => {
    assert.deepEqual(roundRobin(ids(1, 2, 3, 4), 2), ids(3, 4, 1, 2))
    assert.deepEqual(roundRobin(ids(1, 2, 3, 4), 4), ids(1, 2, 3, 4))
  })

  test('keep their order when that one is gone, or there was none', ({ assert }) => {
    assert.deepEqual(roundRobin(ids(1, 3, 5), 2), ids(3, 5, 1))
    assert.deepEqual(roundRobin(ids(1, 3, 5), 0), ids(1, 3, 5))
    assert.deepEqual(roundRobin(ids(), 7), [])
  })
})
