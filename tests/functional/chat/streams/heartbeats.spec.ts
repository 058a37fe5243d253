import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { RecentChanges } from '#chat/realtime/recent_changes'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import type { EventStream, Frame } from '#tests/helpers/event_stream'
import { ServerProcess } from '#tests/helpers/server_process'
import { analyse, planOf, textOf } from '#tests/helpers/plans/plan_of'
import { statementsOf } from '#tests/helpers/statements'
import { openStream, tuneStreams } from '#tests/helpers/visitor_stream'

/** Whether a heartbeat lists what has changed; after thousands of messages of other tests, the first ones cannot. */
const lists = ({ event, changed }: Frame) => event === 'chat.heartbeat' && changed !== null

/** Whether a heartbeat says that a conversation has got this far. */
const tells = (id: string, seq: number) => (frame: Frame) =>
  lists(frame) &&
  (frame.changed as [string, number][]).some(([of, newest]) => of === id && newest === seq)

/** The next heartbeat to come. */
function next(stream: EventStream) {
  const seen = stream.frames.length
  return stream.frame(
    (frame) => frame.event === 'chat.heartbeat' && stream.frames.indexOf(frame) >= seen
  )
}

/** Copies a conversation's first message. */
async function addMessages({ id: of }: Conversation, count: number) {
  const [{ id, ...message }] = await db.from(Message.table).where('conversation_id', of)
  for (let at = 0; at < count; at += 200) {
    const rows = Array.from({ length: 200 }, (_, n) => {
      const ids = { external_id: crypto.randomUUID(), client_message_id: crypto.randomUUID() }
      return { ...message, ...ids, seq: 100 + at + n }
    })
    await db.table(Message.table).multiInsert(rows)
  }
}

test.group('What heartbeats carry', (group) => {
  let elsewhere: ServerProcess

  group.setup(async () => {
    elsewhere = await ServerProcess.start()
  })
  group.teardown(async () => {
    await elsewhere.stop()
  })

  test('what was stored in another process without a bus, to each only what concerns them', async ({
    assert,
    cleanup,
  }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.3 })
    const world = await ChatWorld.create()
    const user = await world.user()
    const mine = await world.chatting()
    const { conversation, browser } = await world.chatting()
    const agents = await (await AgentBrowser.logIn(user)).stream()
    const visitors = await openStream(browser)
    const others = await openStream((await world.chatting()).browser)
    const abroad = await (
      await AgentBrowser.logIn(await (await ChatWorld.create()).user())
    ).stream()
    const streams = [agents, visitors, others, abroad]
    cleanup(() => streams.forEach((stream) => stream.close()))
    await Promise.all(streams.map((stream) => stream.frame(lists)))

    const { externalId: id } = conversation
    const remote = browser.with({ server: elsewhere.url })
    assert.equal((await remote.say(id, 'Said elsewhere')).status, 201)
    const agent = await AgentBrowser.logIn(user, elsewhere.url)
    const reply = (content: string, internal: boolean) =>
      agent.post(`/chat/${id}/messages`, {
        content,
        internal,
        client_message_id: crypto.randomUUID(),
      })
    await agents.frame(tells(id, 2))
    await visitors.frame(tells(id, 2))

    assert.isBelow((await reply('A note', true)).status, 400)
    const beat = await agents.frame(tells(id, 3))
    const { change } = await next(visitors)
    assert.isBelow((await reply('An answer', false)).status, 400)
    // The first answer takes the conversation on: a line of its own, before it
    const { change: later } = await visitors.frame(tells(id, 5))
    assert.isAbove(later, change)
    assert.isAbove((await agents.frame(tells(id, 5))).change, beat.change)
    assert.notInclude(visitors.raw, `["${id}",3]`)
    for (const stream of [others, abroad]) assert.notInclude(stream.raw, id)
    assert.notInclude(visitors.raw, mine.conversation.externalId)
    const heard = agents.frames.filter(
      ({ event, conversation: of }) => event === 'chat.message.sent' && of.uuid === id
    )
    assert.lengthOf(heard, 0)
  })

  test('the newest number of their owner, also when nothing has happened for long', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, browser } = await world.chatting()
    await tuneStreams(cleanup, { heartbeatSeconds: 0.05 })
    const stream = await openStream(browser)
    cleanup(() => stream.close())
    const beats = () => stream.frames.filter(({ event }) => event === 'chat.heartbeat')
    await stream.frame(() => beats().length > 8)
    const at = (await world.stored(conversation)).lastMessageAt.toMillis()
    assert.equal(beats().at(-1)!.change, at)
  })
})

test.group('What was written lately', () => {
  const of = async (changes: RecentChanges, id: string) =>
    (await changes.read())?.find(({ conversation }) => conversation === id)

  test('is read again for as many reads as overlap, and no longer', async ({ assert }) => {
    const world = await ChatWorld.create()
    const changes = new RecentChanges(db.connection(), 2)
    for (let n = 0; n < 3; n += 1) await changes.read()
    const { conversation, visitor } = await world.chatting()
    const found = await of(changes, conversation.externalId)
    assert.containsSubset(found, { visitorId: visitor.id, lastSeq: 1, publicSeq: 1 })
    assert.isTrue(changes.markOf(1) < found!.id && changes.markOf(0) >= found!.id)
    for (let n = 0; n < 2; n += 1) assert.isDefined(await of(changes, conversation.externalId))
    assert.isUndefined(await of(changes, conversation.externalId))
  })

  test('is not passed over when a read fails', async ({ assert }) => {
    const world = await ChatWorld.create()
    const client = db.connection()
    const changes = new RecentChanges(client, 1)
    await changes.read()
    await changes.read()
    const { conversation } = await world.chatting()
    const { from } = client
    client.from = () => {
      throw new Error('The database is busy')
    }
    for (let n = 0; n < 3; n += 1) await assert.rejects(() => changes.read())
    client.from = from
    assert.isDefined(await of(changes, conversation.externalId))
  })

  test("is one range of the messages' key, whatever else there is", async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    // Where most of what there is was written lately, servers rather read by conversation and sort
    for (let n = 0; n < 10; n += 1) {
      const { conversation: earlier } = await world.chatting()
      await addMessages(earlier, 3000)
    }
    await addMessages(conversation, 3000)
    await analyse(Message.table, Conversation.table)
    const changes = new RecentChanges(db.connection(), 2)
    await changes.read()
    const statements = await statementsOf(() => changes.read(), { heartbeats: true })
    assert.isNotEmpty(statements)
    const steps = await planOf(statements[0])
    const message = steps.find(({ table }) => table === 'message')
    assert.match(message!.text, /INTEGER PRIMARY KEY|key=PRIMARY|messages_pkey/)
    assert.isEmpty(
      steps.filter(({ readsAll, sorts }) => readsAll || sorts),
      textOf(steps)
    )
  })

  test('is not listed when it is too much, until no read overlaps with it', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const changes = new RecentChanges(db.connection(), 2)
    await changes.read()
    await addMessages(conversation, 5200)
    await analyse(Message.table)
    for (let n = 0; n < 3; n += 1) assert.isNull(await changes.read())
    assert.isDefined(await of(changes, (await world.chatting()).conversation.externalId))
  })
})
