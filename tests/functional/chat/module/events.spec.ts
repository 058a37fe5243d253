import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import emitter from '@adonisjs/core/services/emitter'
import type { EventsList } from '@adonisjs/core/types'
import { endKeyOf } from '#chat/services/visitors/visitor_token'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { serving, soon } from '../routing/team.js'

type ChatEvent = Extract<keyof EventsList, `chat.${string}`>

type World = Awaited<ReturnType<typeof staged>>

async function staged() {
  const world = await ChatWorld.create()
  const [agent, other] = [await world.agent(), await world.agent('Bob Busy')]
  return { world, agent, other, chat: world.chat, ...(await world.chatting({ name: 'Jane' })) }
}

/** Something that causes each event of the module: what is emitted by nothing cannot be listened to. */
const CAUSES: Record<ChatEvent, (on: World) => Promise<unknown>> = {
  'chat.message.sent': ({ world, conversation, agent }) => world.reply(conversation, agent),
  'chat.conversation.updated': ({ chat, conversation, agent }) =>
    chat.conversations.resolve(conversation, agent),
  'chat.conversation.pending': async ({ chat, conversation, agent }) => {
    chat.config.undoSeconds = 60
    await chat.conversations.undoable.begin(conversation, agent, 'resolve')
    chat.config.undoSeconds = 0
  },
  'chat.planned.changed': ({ chat, conversation, agent }) =>
    chat.planned.plan(conversation, agent, {
      content: 'Later',
      clientMessageId: randomUUID(),
      dueAt: DateTime.utc().plus({ hours: 1 }),
    }),
  'chat.conversation.assigned': ({ chat, conversation, agent, other }) =>
    chat.conversations.assign(conversation, other, agent),
  'chat.conversation.woken': async ({ world, chat, conversation, agent }) => {
    await chat.conversations.snoozes.snooze(conversation, DateTime.utc().plus({ hours: 1 }), agent)
    await after(world, { hours: 2 })
  },
  'chat.conversation.deleted': ({ chat, conversation, agent }) =>
    chat.conversations.removal.remove(conversation, agent),
  'chat.conversation.read': ({ chat, conversation }) =>
    chat.messages.reads.byAgent(conversation, 1),
  'chat.typing.changed': ({ chat, conversation, agent }) =>
    chat.messages.typing.byAgent(conversation, agent, true),
  'chat.viewing.changed': ({ chat, conversation, agent }) =>
    chat.messages.typing.viewing(conversation, agent, true),
  'chat.visitor.updated': ({ chat, visitor }) => chat.visitors.identify(visitor, { name: 'Joan' }),
  'chat.visitor.forgotten': ({ chat, world, visitor }) =>
    chat.visitors.forget(world.widget, endKeyOf(visitor)),
  'chat.widget.updated': ({ chat, world }) => chat.widgets.setActive(world.widget, false, null),
  'chat.agent.updated': ({ chat, agent }) => chat.agents.presence.choose(agent, 'away'),
  'chat.presence.changed': ({ world }) => serving(world, 'Carla'),
  'chat.notifications.changed': async ({ world, chat, conversation, agent, other }) => {
    await chat.conversations.assign(conversation, other, agent)
    await after(world, { seconds: 1 })
  },
  'chat.queue.moved': async ({ world }) => {
    await serving(world, 'Carla', { maxConcurrentChats: 1 })
    await world.chatting()
    await world.chatting()
  },
}

test.group('Events in the process', () => {
  test('{0}')
    .with(Object.entries(CAUSES) as [ChatEvent, (on: World) => Promise<unknown>][])
    .run(async ({ cleanup }, [name, cause]) => {
      const on = await staged()
      const heard: object[] = []
      const off = emitter.on(name, (payload) => void heard.push(payload))
      cleanup(off)
      await cause(on)
      /** The queue speaks up at most every other second. */
      await soon(() => heard.some((each) => JSON.stringify(each).includes(on.world.tenantId)), 4000)
    })

  test('a second reply and a note are messages, and change nothing else', async ({
    assert,
    cleanup,
  }) => {
    const { world, conversation, agent } = await staged()
    await world.reply(conversation, agent, 'The first one takes it on')
    const heard: string[] = []
    for (const name of ['chat.message.sent', 'chat.conversation.updated'] as const) {
      const note = (event: EventsList[typeof name]) => {
        if (event.conversation.id === conversation.id) heard.push(name)
      }
      cleanup(emitter.on(name, note))
    }
    await world.reply(conversation, agent, 'The second one')
    await world.reply(conversation, agent, 'A note', true)
    await world.chat.conversations.resolve(conversation, agent)
    await soon(() => heard.includes('chat.conversation.updated'))
    const sent = 'chat.message.sent'
    assert.deepEqual(heard, [sent, sent, sent, 'chat.conversation.updated'])
  })
})
