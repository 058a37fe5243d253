import { test } from '@japa/runner'
import { SeenMark } from '../../../../resources/js/chat/inbox/thread/seen_mark.js'
import type { ThreadView } from '../../../../resources/js/chat/inbox/thread/thread_view.js'

/** A thread at message 5, on the screen, and a clock that a test sets. */
function reading() {
  const view = { isEndVisible: true }
  const thread = { known: 5, now: 100_000 }
  const mark = new SeenMark(view as unknown as ThreadView, () => thread.known, 5)
  const arrive = async (seq: number) => {
    thread.known = seq
    mark.consider()
    await Promise.resolve()
  }
  const look = async (isVisible: boolean) => {
    view.isEndVisible = isVisible
    mark.consider()
    await Promise.resolve()
  }
  return { mark, thread, arrive, look }
}

test.group('What an agent has seen of a thread', (group) => {
  let thread: { now: number }
  group.each.setup(() => {
    const { now } = Date
    Date.now = () => thread.now
    return () => {
      Date.now = now
    }
  })

  test('a message that came in 0.7 s ago, while they were writing, does not count', async ({
    assert,
  }) => {
    const agent = reading()
    thread = agent.thread
    agent.mark.begun()
    await agent.arrive(6)
    thread.now += 700
    assert.equal(agent.mark.seq, 5)
    thread.now += 800
    assert.equal(agent.mark.seq, 6)
  })

  test('what stood there when they began to write counts', async ({ assert }) => {
    const agent = reading()
    thread = agent.thread
    await agent.arrive(6)
    thread.now += 200
    agent.mark.begun()
    await agent.arrive(7)
    assert.equal(agent.mark.seq, 6)
  })

  test('a message off the screen does not, however long ago it came', async ({ assert }) => {
    const agent = reading()
    thread = agent.thread
    await agent.look(false)
    await agent.arrive(6)
    thread.now += 60_000
    assert.equal(agent.mark.seq, 5)
    await agent.look(true)
    thread.now += 700
    assert.equal(agent.mark.seq, 5)
    thread.now += 800
    assert.equal(agent.mark.seq, 6)
  })

  test('what they were notified of counts', async ({ assert }) => {
    const agent = reading()
    thread = agent.thread
    await agent.arrive(6)
    agent.mark.notified()
    assert.equal(agent.mark.seq, 6)
  })
})
