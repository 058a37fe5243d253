import { test } from '@japa/runner'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type Agent from '#chat/models/agent'
import { drainListeners, emitAfterCommit } from '#chat/support/emit_after_commit'

/** An emitter whose only listener does `work`. */
const emitterOf = (work: () => Promise<void>) =>
  ({ emit: work }) as unknown as EmitterLike<EventsList>

const agent = {} as Agent

test.group('What listeners have to do', () => {
  test('is waited for, with what it causes in turn', async ({ assert }) => {
    const done: string[] = []
    const second = emitterOf(async () => void done.push('second'))
    const first = emitterOf(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      done.push('first')
      emitAfterCommit(second, 'chat.agent.updated', { agent })
    })
    emitAfterCommit(first, 'chat.agent.updated', { agent })
    await drainListeners(1000)
    assert.deepEqual(done, ['first', 'second'])
  })

  test('is not waited for longer than patience lasts', async ({ assert }) => {
    let finish = () => {}
    const stuck = emitterOf(() => new Promise((resolve) => (finish = resolve)))
    emitAfterCommit(stuck, 'chat.agent.updated', { agent })
    const startedAt = performance.now()
    await Promise.all([drainListeners(50), new Promise((resolve) => setTimeout(resolve, 60))])
    assert.isBelow(performance.now() - startedAt, 1000)
    finish()
    await drainListeners(1000)
  })
})
