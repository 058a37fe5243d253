import { test } from '@japa/runner'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { ConversationStatus } from '#chat/services/conversations/status_rules'
import { ChatWorld } from '#tests/helpers/chat_world'

type Move = 'resolve' | 'close' | 'reopen' | 'assign' | 'unassign' | 'reply'

/** Brings a conversation into each state, by what agents and visitors really do. */
const WAYS: Record<ConversationStatus, Move[]> = {
  pending: [],
  active: ['assign'],
  waiting: ['reply'],
  resolved: ['resolve'],
  closed: ['close'],
}

/** What each state becomes by each move; null where the move is refused. */
const TABLE: Record<ConversationStatus, Record<Move, ConversationStatus | null>> = {
  pending: {
    resolve: 'resolved',
    close: 'closed',
    reopen: null,
    assign: 'active',
    unassign: 'pending',
    reply: 'waiting',
  },
  active: {
    resolve: 'resolved',
    close: 'closed',
    reopen: null,
    assign: 'active',
    unassign: 'pending',
    reply: 'waiting',
  },
  waiting: {
    resolve: 'resolved',
    close: 'closed',
    reopen: null,
    assign: 'waiting',
    unassign: 'pending',
    reply: 'waiting',
  },
  resolved: {
    resolve: null,
    close: 'closed',
    reopen: 'pending',
    assign: null,
    unassign: null,
    reply: null,
  },
  closed: {
    resolve: null,
    close: null,
    reopen: 'pending',
    assign: null,
    unassign: null,
    reply: null,
  },
}

function perform(world: ChatWorld, move: Move, conversation: Conversation, agent: Agent) {
  const { conversations } = world.chat
  if (move === 'reply') return world.reply(conversation, agent)
  if (move === 'assign') return conversations.assign(conversation, agent, agent)
  return conversations[move](conversation, agent)
}

test.group('Legal and illegal moves', (group) => {
  let world: ChatWorld
  let agent: Agent
  group.setup(async () => {
    world = await ChatWorld.create()
    agent = await world.agent()
  })

  for (const [from, moves] of Object.entries(TABLE)) {
    for (const [move, to] of Object.entries(moves)) {
      test(`${move} turns ${from} into ${to ?? 'nothing: it is refused'}`, async ({ assert }) => {
        const { conversation } = await world.chatting()
        for (const step of WAYS[from as ConversationStatus]) {
          await perform(world, step, conversation, agent)
        }
        const error = await perform(world, move as Move, conversation, agent).then(
          () => null,
          (refusal) => refusal
        )
        const { status } = await world.stored(conversation)
        assert.equal(status, to ?? from)
        assert.equal(error?.status ?? null, to ? null : 409)
        if (error) assert.match(error.code, /^E_CHAT_(ILLEGAL_MOVE|CONVERSATION_ENDED)$/)
      })
    }
  }

  test('a refused move says what stood in the way', async ({ assert }) => {
    const { conversation } = await world.chatting()
    await world.chat.conversations.close(conversation, agent)
    await assert.rejects(
      () => world.chat.conversations.resolve(conversation, agent),
      'A closed conversation can’t become resolved'
    )
  })

  test('of two agents who resolve concurrently one gets an error', async ({ assert }) => {
    const { conversation } = await world.chatting()
    const both = [1, 2].map(() => world.chat.conversations.resolve(conversation, agent))
    const results = await Promise.allSettled(both)
    assert.sameMembers(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected']
    )
  })

  test('ending sets the times and reopening takes them back', async ({ assert }) => {
    const { conversation } = await world.chatting()
    const resolved = await world.chat.conversations.resolve(conversation, agent)
    assert.isNotNull(resolved.resolvedAt)
    const closed = await world.chat.conversations.close(conversation, agent)
    assert.isNotNull(closed.closedAt)
    assert.isNull(closed.waitingSince)
    const open = await world.chat.conversations.reopen(conversation, agent)
    assert.deepEqual([open.resolvedAt, open.closedAt], [null, null])
  })
})
