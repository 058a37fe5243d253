import { test } from '@japa/runner'
import { Availability } from '../../../../resources/js/chat/widget/model/availability.js'
import type { Conversation } from '../../../../resources/js/chat/widget/model/types.js'

const AWAY = { online: false, next_open_at: null, closes_at: null }
const ONLINE = { ...AWAY, online: true }
const conversation = (more: Partial<Conversation>) =>
  ({ status: 'active', agent_name: null, queue: null, ...more }) as Conversation
const joined = conversation({ agent_name: 'Anna' })

/** An availability that counts how often it asks the server. */
function asking(known = AWAY) {
  const asked: number[] = []
  const availability = new Availability(known, () => void asked.push(Date.now()))
  return { availability, asked }
}

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}

test.group('What the widget says of the team', () => {
  test('follows what the server says', ({ assert }) => {
    const { availability } = asking()
    assert.isFalse(availability.isHere())
    availability.take(ONLINE)
    assert.isTrue(availability.isHere())
    availability.take({ ...AWAY, next_open_at: inMs(3_600_000) }, true)
    assert.isFalse(availability.isHere())
    assert.isNotNull(availability.nextOpenAt)
  })

  test('is never "away" beside a place in the queue', ({ assert }) => {
    const { availability } = asking()
    const queue = { position: 3, wait_seconds: null }
    assert.isTrue(availability.isHere(conversation({ status: 'pending', queue })))
  })

  test('knows the agent who has joined only while they are there', ({ assert }) => {
    const { availability } = asking()
    assert.isFalse(availability.hasAgent(joined))
    assert.isTrue(availability.hasAgent(conversation({ agent_name: 'Anna', agent_online: true })))
    assert.isTrue(availability.isHere(conversation({ agent_name: 'Anna', agent_online: true })))
    const ended = { agent_name: 'Anna', agent_online: true, status: 'resolved' } as const
    assert.isFalse(availability.isHere(conversation(ended)))
  })

  test('counts an agent who writes as here, until it hears better', ({ assert }) => {
    const { availability, asked } = asking()
    availability.answered()
    assert.isTrue(availability.isHere(conversation({})))
    assert.isTrue(availability.hasAgent(joined))
    assert.isFalse(availability.isHere(conversation({ status: 'closed' })))
    availability.take(AWAY)
    assert.isTrue(availability.hasAgent(joined))
    availability.take(AWAY, true)
    assert.isFalse(availability.hasAgent(joined))
    assert.lengthOf(asked, 1)
  })

  test('asks when the hours end, and when they begin', async ({ assert }) => {
    const closing = asking({ ...ONLINE, closes_at: inMs(30) } as never)
    await until(() => closing.asked.length === 1)
    closing.availability.take({ ...AWAY, next_open_at: inMs(30) })
    await until(() => closing.asked.length === 2)
    closing.availability.take(ONLINE)
    assert.isTrue(closing.availability.isHere())
  })
})
