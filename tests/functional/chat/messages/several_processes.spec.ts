import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ServerProcess } from '#tests/helpers/server_process'
import type { WidgetClient } from '#tests/helpers/widget_client'

const range = (length: number) => Array.from({ length }, (_, index) => index + 1)

test.group('Several servers on one database', (group) => {
  let servers: ServerProcess[] = []

  group.setup(async () => {
    servers = await Promise.all([ServerProcess.start(), ServerProcess.start()])
  })
  group.teardown(async () => {
    await Promise.all(servers.map((server) => server.stop()))
  })

  /** The same visitor at this server and at each of the others. */
  function everywhere(browser: WidgetClient) {
    return [browser, ...servers.map(({ url }) => browser.with({ server: url }))]
  }

  test('first messages of one visitor at all of them make one conversation', async ({ assert }) => {
    const { visitor, browser } = await (await ChatWorld.create()).guest()
    const sends = everywhere(browser).flatMap((at) => range(7).map((n) => at.start(`Message ${n}`)))
    const answers = await Promise.all(sends)

    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]))
    const conversations = await Conversation.query().where('visitor_id', visitor.id)
    assert.lengthOf(conversations, 1)
    const rows = await Message.query().where('sender_id', visitor.id).orderBy('seq')
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      range(21)
    )
  })

  test('messages and repeats of them at all of them are stored once each', async ({ assert }) => {
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const ids = range(8).map(() => randomUUID())
    const sends = everywhere(browser).flatMap((at) =>
      ids.map((id) => at.say(conversation.externalId, 'Hi', id))
    )
    const answers = await Promise.all(sends)

    const counted = (wanted: number) => answers.filter(({ status }) => status === wanted).length
    assert.deepEqual([counted(201), counted(200)], [8, 16])
    const rows = await Message.query().where('conversation_id', conversation.id).orderBy('seq')
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      range(9)
    )
  })

  test('conversations begun at all of them get numbers of their own', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guests = await Promise.all(range(18).map(() => world.guest()))
    const sends = guests.map(({ browser }, index) => everywhere(browser)[index % 3].start())
    const numbers = (await Promise.all(sends)).map(({ json }) => json.conversation?.number).sort()
    assert.deepEqual(
      numbers,
      range(18).map((n) => `C${1000 + n}`)
    )
  })
})
