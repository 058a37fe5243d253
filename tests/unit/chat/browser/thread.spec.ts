import { test } from '@japa/runner'
import { Thread } from '../../../../resources/js/chat/widget/model/thread.js'
import type { Conversation, Message } from '../../../../resources/js/chat/widget/model/types.js'
import { layOut } from '../../../../resources/js/chat/widget/view/grouping.js'

function conversation(id: string, values: Partial<Conversation> = {}): Conversation {
  return {
    id,
    number: 'C1',
    status: 'active',
    agent_name: null,
    agent_read_seq: 0,
    visitor_read_seq: 0,
    previous_id: null,
    created_at: '2026-01-05T10:00:00Z',
    ended_at: null,
    rating: null,
    feedback: null,
    ...values,
  }
}

function message(seq: number, values: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    seq,
    client_message_id: null,
    sender_type: 'agent',
    sender_name: 'Anna',
    type: 'text',
    content: `message ${seq}`,
    metadata: null,
    created_at: `2026-01-05T10:00:${String(seq).padStart(2, '0')}Z`,
    read_at: null,
    ...values,
  }
}

const sequence = (thread: Thread) => thread.current!.messages.map(({ seq }) => seq)

test.group('Thread', () => {
  test('shows each message once and in order, however it arrives', ({ assert }) => {
    const thread = new Thread()
    const section = thread.open(conversation('a'), false)
    thread.add(section, [message(1), message(2)], true)
    const added = thread.add(section, [message(5), message(2), message(3), message(5)], false)

    assert.deepEqual(sequence(thread), [1, 2, 3, 5])
    assert.deepEqual(
      added.map(({ seq }) => seq),
      [5, 3]
    )
  })

  test('a frame after a gap does not move the cursor, what fills the gap does', ({ assert }) => {
    const thread = new Thread()
    const section = thread.open(conversation('a'), false)
    thread.add(section, [message(1)], true)
    thread.add(section, [message(4)], false)
    assert.equal(section.cursor, 1)
    thread.add(section, [message(2), message(4)], true)
    assert.equal(section.cursor, 4)
  })

  test('a message from before the loaded pages leaves no hole behind it', ({ assert }) => {
    const thread = new Thread()
    const section = thread.open(conversation('a'), true)
    thread.add(section, [message(50), message(51)], true)
    thread.add(section, [message(1)], false)
    assert.deepEqual(sequence(thread), [50, 51])

    thread.addOlder(section, [message(48), message(49)], true)
    assert.deepEqual(sequence(thread), [48, 49, 50, 51])
  })

  test('a new conversation keeps its past above it and drops what is not its past', ({
    assert,
  }) => {
    const thread = new Thread()
    thread.open(conversation('a'), false)
    thread.open(conversation('b', { previous_id: 'a' }), false)
    assert.deepEqual(
      thread.sections.map((section) => section.conversation.id),
      ['a', 'b']
    )
    thread.open(conversation('z'), false)
    assert.deepEqual(
      thread.sections.map((section) => section.conversation.id),
      ['z']
    )
  })

  test('what has been read never becomes unread again', ({ assert }) => {
    const thread = new Thread()
    thread.open(conversation('a', { agent_read_seq: 7 }), false)
    thread.update(conversation('a', { agent_read_seq: 3, status: 'resolved' }))
    assert.equal(thread.current!.conversation.agent_read_seq, 7)
    assert.equal(thread.current!.conversation.status, 'resolved')
  })
})

test.group('Layout of the thread', () => {
  const layOutOne = (messages: Message[], values: Partial<Conversation> = {}) =>
    layOut([{ conversation: conversation('a', values), messages, hasOlder: false, cursor: 0 }], [])

  test('groups what one sender writes in a row', ({ assert }) => {
    const items = layOutOne([
      message(1),
      message(2),
      message(3, { sender_type: 'visitor', sender_name: 'Jane' }),
      message(4, { sender_name: 'Ben' }),
    ])
    const flags = items.flatMap((item) =>
      item.kind === 'bubble'
        ? [`${item.bubble.first ? 'f' : ''}${item.bubble.last ? 'l' : ''}`]
        : []
    )
    assert.deepEqual(flags, ['f', 'l', 'fl', 'fl'])
  })

  test('a new day gets a divider, and each day one', ({ assert }) => {
    const items = layOutOne([
      message(1),
      message(2),
      message(3, { created_at: '2026-01-08T10:00:00Z' }),
    ])
    assert.deepEqual(
      items.map((item) => item.kind),
      ['day', 'bubble', 'bubble', 'day', 'bubble']
    )
  })

  test('a message on its way disappears the moment the server has it', ({ assert }) => {
    const pending = [{ id: 'c1', content: 'hi', at: '2026-01-05T10:00:00Z', order: 1 }]
    const section = { conversation: conversation('a'), hasOlder: false, cursor: 0 }
    const keys = (messages: Message[]) =>
      layOut([{ ...section, messages }], pending)
        .filter((item) => item.kind === 'bubble')
        .map((item) => item.key)

    assert.deepEqual(keys([]), ['c1'])
    assert.deepEqual(keys([message(1, { client_message_id: 'c1' })]), ['c1'])
  })

  test('a message that is not what it should be is shown as text', ({ assert }) => {
    const broken = message(1, { created_at: 'soon', content: null as unknown as string, type: 'x' })
    assert.equal(layOutOne([broken]).at(-1)!.kind, 'bubble')
  })

  test('says when the conversation has ended', ({ assert }) => {
    const last = layOutOne([message(1)], { status: 'closed' }).at(-1)!
    assert.deepInclude(last, {
      kind: 'line',
      text: 'This conversation has ended. Send a message to start a new one.',
    })
  })
})
