import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream } from '#tests/helpers/visitor_stream'
import { request } from '#tests/helpers/widget_client'

const SECRET = 'this customer owes us money'

/** Every key that a visitor's stream may ever carry, by the event and the object that it stands in. */
const MESSAGE =
  'client_message_id content created_at id metadata read_at sender_name sender_type seq type'
const CONVERSATION =
  'agent_name agent_read_seq created_at ended_at feedback id number previous_id rating status visitor_read_seq'
/** Stands in the frames that know it. */
const QUEUE = 'queue'
const AGENT = 'agent_online'
const FRAMES: Record<string, string> = {
  'chat.ready': 'changed closes_at event heartbeat_seconds next_open_at online',
  'chat.availability': 'closes_at event next_open_at online',
  'chat.heartbeat': 'change changed event',
  'chat.stream.end': 'event',
  'chat.message.sent': 'conversation_id event message unread',
  'chat.conversation.updated': 'conversation event',
  'chat.typing': 'conversation_id event sender_name typing',
  'chat.read': 'by conversation_id event seq unread',
}

const keys = (value: object) => Object.keys(value).sort().join(' ')

/** Everything that agents can do with a conversation, much of it none of the visitor's business. */
async function agentsAtWork(world: ChatWorld, guest: Awaited<ReturnType<ChatWorld['chatting']>>) {
  const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
  const { conversation, visitor, browser } = guest
  const { conversations, crm } = world.chat
  const { typing, reads } = world.chat.messages
  await world.reply(conversation, anna, `${SECRET}, says Anna`, true)
  await conversations.assign(conversation, bob, anna)
  await typing.viewing(conversation, bob, true)
  await typing.byAgent(conversation, bob, true)
  await reads.byAgent(conversation, 1)
  await crm.promoteToPerson(conversation, bob)
  await crm.convertToLead(conversation, bob, `${SECRET}, says the lead`)
  await conversations.archive(conversation, bob)
  await conversations.unarchive(conversation, bob)
  await conversations.unassign(conversation, anna)
  await browser.post('/identify', { name: visitor.name, phone: '+47 21 00 00 00' })
  await world.reply(conversation, bob, 'How can I help?')
  await browser.post(`/conversations/${conversation.externalId}/read`, { seq: 99 })
  await browser.say(conversation.externalId, 'Thanks')
  await conversations.resolve(conversation, bob)
  await conversations.reopen(conversation, bob)
  await conversations.close(conversation, bob)
}

test.group('What a visitor never gets to see', () => {
  test("a stream's frames carry these keys, and nothing of the agents' own", async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    const stream = await openStream(guest.browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')

    await agentsAtWork(world, guest)
    await stream.frame(({ message }) => message?.metadata?.event === 'closed')

    for (const frame of stream.frames) {
      assert.equal(keys(frame), FRAMES[frame.event], frame.event)
      if (frame.message) assert.equal(keys(frame.message), MESSAGE)
      if (frame.conversation) {
        const { [QUEUE]: place, [AGENT]: isThere, ...conversation } = frame.conversation
        assert.equal(keys(conversation), CONVERSATION)
        assert.isTrue(place === undefined || place === null)
        assert.isTrue(isThere === undefined || typeof isThere === 'boolean')
      }
    }
    const events = new Set(stream.frames.map(({ event }) => event))
    assert.includeMembers([...events], ['chat.typing', 'chat.read', 'chat.conversation.updated'])
    assertClean(assert, stream.raw)
    assert.notInclude(stream.raw, 'vera@example.com')
  })

  test('not even that something happens: notes, labels, priorities and what was read of them', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, browser } = await world.chatting()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
    await world.reply(conversation, anna, 'How can I help?')
    const agents = await (await AgentBrowser.logIn(await world.user())).stream()
    const stream = await openStream(browser)
    cleanup(() => [stream, agents].forEach((each) => each.close()))
    await Promise.all([stream, agents].map((each) => each.frame('chat.ready')))
    const heard = () => stream.frames.filter(({ event }) => event !== 'chat.heartbeat').length
    const before = heard()

    const { message: note } = await world.reply(conversation, anna, SECRET, true)
    await world.chat.messages.reads.byAgent(conversation, note.seq)
    await world.chat.conversations.triage.addLabel(conversation, label, bob)
    await world.chat.conversations.triage.setPriority(conversation, 'urgent', bob)
    await world.chat.messages.typing.viewing(conversation, bob, true)
    const later = { clientMessageId: randomUUID(), dueAt: DateTime.utc().plus({ hours: 1 }) }
    await world.chat.planned.plan(conversation, anna, { content: SECRET, ...later })
    await agents.frame('chat.viewing')
    await agents.frame('chat.planned')
    assert.isAbove(agents.frames.length, 6)
    await world.chat.messages.typing.byAgent(conversation, bob, true)
    await stream.frame('chat.typing')
    assert.equal(heard(), before + 1)

    await world.chat.conversations.resolve(conversation, bob)
    const frame = await stream.frame('chat.conversation.updated')
    assert.equal(frame.conversation.status, 'resolved')
  })

  test('nor by asking again and again: whatever agents do among themselves, every answer stays the same', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, browser } = await world.chatting({ name: 'Vera' })
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
    await world.reply(conversation, anna, 'How can I help?')
    const path = `/conversations/${conversation.externalId}`
    const ask = async () => {
      // A visitor who claims to have read more than there is learns nothing by it
      const read = await browser.post(`${path}/read`, { seq: 2_147_483_647 })
      const answers = [
        read,
        await browser.get('/config'),
        await browser.post('/session'),
        await browser.thread(conversation.externalId),
        await browser.thread(conversation.externalId, '?after=0'),
        await browser.thread(conversation.externalId, '?after=3'),
        await request(`${browser.server}/p/chat/${browser.key}`),
        await request(`${browser.server}/p/chat/${browser.key}.js`),
      ]
      const marks = ['etag', 'last-modified', 'content-length', 'cache-control']
      return answers.map(({ status, headers, text }) => ({
        status,
        headers: marks.map((name) => headers.get(name)),
        text,
      }))
    }
    const before = await ask()
    const { crm, conversations } = world.chat
    const { triage: work, snoozes } = conversations
    const { typing, reads } = world.chat.messages
    const deeds = {
      'a note': () => world.reply(conversation, anna, SECRET, true),
      'reading it': () => reads.byAgent(conversation, 2_147_483_647),
      'a label': () => work.addLabel(conversation, label, bob),
      'a priority': () => work.setPriority(conversation, 'urgent', bob),
      'a look': () => typing.viewing(conversation, bob, true),
      'a planned reply': () =>
        world.chat.planned.plan(conversation, anna, {
          content: SECRET,
          clientMessageId: randomUUID(),
          dueAt: DateTime.utc().plus({ hours: 1 }),
        }),
      'a lead': () => crm.convertToLead(conversation, bob, SECRET),
      'a snooze': () => snoozes.snooze(conversation, DateTime.utc().plus({ hours: 1 }), anna),
      'its end': () => snoozes.wake(conversation, anna),
      'archiving': () => conversations.archive(conversation, anna),
      'the way back': () => conversations.unarchive(conversation, anna),
      'reading all that': () => reads.byAgent(conversation, 2_147_483_647),
    }
    for (const [name, deed] of Object.entries(deeds)) {
      await deed()
      assert.deepEqual(await ask(), before, name)
    }
    assert.isAbove((await world.stored(conversation)).lastSeq, 8)
  })

  test('no route hands out notes, internal lines or addresses of agents', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    await agentsAtWork(world, guest)

    const { browser, conversation } = guest
    const answers = [
      await browser.get('/config'),
      await browser.post('/session'),
      await browser.thread(conversation.externalId),
      await browser.thread(conversation.externalId, '?after=0&limit=100'),
      await browser.thread(conversation.externalId, '?before=99'),
      await browser.start('Hello again'),
      await browser.say(conversation.externalId),
      await browser.post('/identify', {}),
    ]
    for (const { status, text } of answers) {
      assert.isBelow(status, 300)
      assertClean(assert, text)
    }
    const events = answers[2].json.messages.map((message: any) => message.metadata?.event)
    assert.sameMembers(events.filter(Boolean), ['joined', 'resolved', 'reopened', 'closed'])
  })

  test("one visitor's frames never reach another one, of the same widget or not", async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const [vera, otto] = [await world.chatting(), await world.chatting()]
    const abroad = await (await ChatWorld.create()).chatting()
    const streams = await Promise.all(
      [vera, otto, abroad].map(({ browser }) => openStream(browser))
    )
    cleanup(() => streams.forEach((stream) => stream.close()))
    await Promise.all(streams.map((stream) => stream.frame('chat.ready')))

    await world.reply(vera.conversation, agent, 'For Vera alone')
    await world.reply(otto.conversation, agent, 'For Otto alone')
    await streams[0].frame(({ message }) => message?.content === 'For Vera alone')
    await streams[1].frame(({ message }) => message?.content === 'For Otto alone')
    assert.notInclude(streams[0].raw, 'For Otto')
    assert.notInclude(streams[1].raw, 'For Vera')
    // A heartbeat may fall into this test: it lists what is new, and of this visitor that is their own conversation
    const own = abroad.conversation.externalId
    for (const { event, changed } of streams[2].frames) {
      assert.include(['chat.ready', 'chat.heartbeat'], event)
      for (const [conversation] of changed ?? []) assert.equal(conversation, own)
    }
  })
})

function assertClean(assert: any, text: string) {
  for (const secret of [
    SECRET,
    '@team.example',
    'assigned',
    'archived',
    'lead',
    'person',
    'note',
  ]) {
    assert.notInclude(text, secret)
  }
}
