import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import db from '@adonisjs/lucid/services/db'
import { chatTable } from '#chat/models/chat_model'
import User from '#crm/models/user'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { API } from '#tests/helpers/api_caller'
import { EventStream, type Frame } from '#tests/helpers/event_stream'
import { tuneStreams } from '#tests/helpers/visitor_stream'
import { employeesSeeAll, restricted } from '../access/restricted.js'

/** Anna with a browser and a program, and Bob, who sees all, with a browser. */
async function listening(cleanup: TestContext['cleanup'], heartbeatSeconds = 0.1) {
  await tuneStreams(cleanup, { heartbeatSeconds })
  const scene = await restricted()
  const token = await User.accessTokens.create(scene.annaUser)
  const authorization = `Bearer ${token.value!.release()}`
  const annas = [
    await (await AgentBrowser.logIn(scene.annaUser)).stream(),
    await EventStream.open(`${process.env.APP_URL}${API}/events`, { authorization }),
  ]
  const bobUser = await User.findOrFail(Number(scene.bob.userId))
  const bobs = await (await AgentBrowser.logIn(bobUser)).stream()
  cleanup(() => [...annas, bobs].forEach((stream) => stream.close()))
  await Promise.all([...annas, bobs].map((stream) => stream.frame('chat.ready')))
  return { ...scene, annas, bobs }
}

/** Whether a frame is this event of the conversation. */
const about =
  (event: string, { externalId }: { externalId: string }) =>
  (frame: Frame) =>
    frame.event === event && frame.conversation?.uuid === externalId

test.group('The stream of an agent who does not see all chats', () => {
  test('carries no frame of another conversation, heartbeats included', async ({
    assert,
    cleanup,
  }) => {
    const { annas, bob, bobs, inside, outside, world } = await listening(cleanup)
    const { chat } = world
    for (const { conversation, visitor } of outside) {
      const { conversations } = chat
      const { reads, typing } = chat.messages
      const { contacts } = chat.visitors
      await world.reply(conversation, bob, 'Unheard reply')
      await world.reply(conversation, bob, 'Unheard note', true)
      await typing.byVisitor(conversation, visitor, true)
      await typing.byAgent(conversation, bob, true)
      await typing.viewing(conversation, bob, true)
      await reads.byVisitor(conversation, 2)
      await reads.byAgent(conversation, 1)
      await contacts.edit(await world.stored(conversation), bob, { name: `${visitor.name} II` })
      await conversations.resolve(conversation, bob)
      await bobs.frame(about('chat.conversation.updated', conversation))
    }
    await chat.conversations.removal.remove(outside[3].conversation, bob)
    await bobs.frame(about('chat.conversation.deleted', outside[3].conversation))

    const { conversation: heard } = inside[0]
    await world.reply(heard, bob, 'Heard')
    for (const stream of annas) {
      await stream.frame(about('chat.message.sent', heard))
      const beats = () => stream.frames.filter(({ event }) => event === 'chat.heartbeat').length
      const until = beats() + 3
      await stream.frame(() => beats() >= until)
      for (const { conversation, visitor } of outside) {
        assert.notInclude(stream.raw, conversation.externalId)
        assert.notInclude(stream.raw, `"conversation_id":${conversation.id},`)
        assert.notInclude(stream.raw, visitor.name!)
      }
      assert.notInclude(stream.raw, 'Unheard')
      assert.notInclude(stream.raw, '_about')
    }
    for (const { visitor } of outside.filter(
      ({ conversation }) => conversation.widgetId !== world.widget.id
    )) {
      for (const stream of annas) assert.notInclude(stream.raw, visitor.externalId)
    }
    assert.notInclude(bobs.raw, '_about')
  }).timeout(20_000)

  test('tells of what comes into sight, and says when it has left', async ({ assert, cleanup }) => {
    const { anna, annas, bob, bobs, inside, outside, world } = await listening(cleanup)
    const { conversations } = world.chat
    const { conversation: coming } = outside[0]
    await conversations.assign(coming, anna, bob)
    const { conversation: leaving } = inside[2]
    await conversations.assign(leaving, bob, bob)
    for (const stream of annas) {
      await stream.frame(about('chat.conversation.updated', coming))
      const left = await stream.frame(about('chat.conversation.left', leaving))
      assert.deepEqual(left, {
        event: 'chat.conversation.left',
        conversation: { id: leaving.id, uuid: leaving.externalId },
      })
    }
    await bobs.frame(about('chat.conversation.updated', leaving))
    assert.isUndefined(bobs.frames.find(({ event }) => event === 'chat.conversation.left'))
  })

  test('follows what the company lets its employees see', async ({ assert, cleanup }) => {
    const { annas, bob, outside, world } = await listening(cleanup)
    const [, { conversation }] = outside
    await employeesSeeAll(world, true)
    const beats = () => annas[0].frames.filter(({ event }) => event === 'chat.heartbeat').length
    const until = beats() + 8
    await annas[0].frame(() => beats() >= until)
    await world.reply(conversation, bob, 'Heard by all')
    for (const stream of annas) await stream.frame(about('chat.message.sent', conversation))
    assert.isFalse(annas[0].isOver)
  })

  test('follows both the company’s choice and the agent’s scope with the next beat, made in another process or not', async ({
    assert,
    cleanup,
  }) => {
    const { anna, annas, blog, bob, outside, world } = await listening(cleanup, 0.3)
    const [stream] = annas
    const beats = () => stream.frames.filter(({ event }) => event === 'chat.heartbeat').length
    const beat = (wanted: () => boolean) => stream.frame(wanted)

    // Two beats: one may have been under way
    await beat(() => beats() % 3 === 0)
    await db.table(chatTable('agent_widgets')).insert({ agent_id: anna.id, widget_id: blog.id })
    const scopedBy = beats() + 2
    await beat(() => beats() >= scopedBy)
    await world.reply(outside[0].conversation, bob, 'Of a widget of hers')
    await stream.frame(about('chat.message.sent', outside[0].conversation))

    await beat(() => beats() % 3 === 0)
    await employeesSeeAll(world, true)
    const openBy = beats() + 2
    await beat(() => beats() >= openBy)
    await world.reply(outside[1].conversation, bob, 'Of all')
    await stream.frame(about('chat.message.sent', outside[1].conversation))
    assert.isBelow(beats(), openBy + 2)
  }).timeout(20_000)

  test('tells of a visitor by where their conversations belong', async ({ assert, cleanup }) => {
    const { anna, annas, bob, bobs, inside, outside, shop, world } = await listening(cleanup)
    const { visitors } = world.chat
    const ofVisitor = (uuid: string) => (frame: Frame) =>
      frame.event === 'chat.visitor.updated' && (frame.visitor as { uuid: string }).uuid === uuid
    const silent = await world.guest({ name: 'Sam Silent' }, shop)
    const seen = [inside[1], inside[2], silent].map(({ visitor }) => visitor)
    const unseen = outside.map(({ visitor }) => visitor)
    for (const visitor of [...unseen, ...seen])
      await visitors.identify(visitor, { phone: '+44 20' })
    for (const stream of annas) {
      for (const { externalId } of seen) await stream.frame(ofVisitor(externalId))
      for (const { externalId } of unseen) assert.notInclude(stream.raw, externalId)
    }
    for (const { externalId } of [...seen, ...unseen]) await bobs.frame(ofVisitor(externalId))

    await world.chat.conversations.assign(outside[0].conversation, anna, bob)
    await visitors.identify(unseen[0], { phone: '+44 21' })
    for (const stream of annas) await stream.frame(ofVisitor(unseen[0].externalId))
  })

  test('ends when other widgets or departments are given to the agent, and for nothing else', async ({
    assert,
    cleanup,
  }) => {
    const { anna, annas, blog, bobs, shop, world } = await listening(cleanup)
    const { roster } = world.chat.agents
    await roster.update(anna, { maxConcurrentChats: 9, widgetIds: [shop.externalId] })
    await bobs.frame('chat.agent.updated')
    for (const stream of annas) assert.isFalse(stream.isOver)
    await roster.update(anna, { widgetIds: [blog.externalId] })
    for (const stream of annas) await stream.ended()
    assert.isFalse(bobs.isOver)
  })
})
