import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import app from '@adonisjs/core/services/app'
import Message from '#chat/models/message'
import type Conversation from '#chat/models/conversation'
import { LiveStream } from '#chat/realtime/live_stream'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'

const LIVE = 'We’re away right now'

async function chattingVisitor(
  context: BrowserContext,
  cleanup: TestContext['cleanup'],
  host?: string
) {
  const world = await ChatWorld.create()
  const { website, visitor } = await visitorWhoWrote('First', world, context, cleanup, { host })
  await visitor.connection(LIVE)
  const agent = await world.agent()
  return { world, website, visitor, agent, conversation: await world.onlyConversation() }
}

async function storedTexts(conversation: Conversation) {
  const messages = await Message.query()
    .where({ conversation_id: conversation.id, type: 'text' })
    .orderBy('seq')
  return messages.map(({ content }) => content)
}

test.group('A visitor on a bad network', () => {
  test('30 seconds without network: all appears once, in order, within 2 s of its return', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    await browserContext.clock.install()
    const { world, visitor, agent, conversation } = await chattingVisitor(browserContext, cleanup)
    await browserContext.setOffline(true)
    await visitor.connection('No connection. Trying again…')
    await visitor.write('Second')
    await visitor.write('Third')
    await visitor.state('Sending when you’re back online')
    await world.reply(conversation, agent, 'While you were away')
    await world.reply(conversation, agent, 'A note that stays inside', true)
    await browserContext.clock.runFor('00:30')

    await browserContext.setOffline(false)
    await visitor.shows(['First', 'While you were away', 'Second', 'Third'], 2000)
    await visitor.state('Sent')
    assert.deepEqual(await storedTexts(conversation), [
      'First',
      'While you were away',
      'Second',
      'Third',
    ])
  })

  test('300 missed messages arrive complete, once and in order', async ({
    browserContext,
    cleanup,
  }) => {
    const { world, visitor, agent, conversation } = await chattingVisitor(browserContext, cleanup)
    const missed = Array.from({ length: 300 }, (_, index) => `Missed ${index + 1}`)
    await browserContext.setOffline(true)
    await visitor.connection('No connection. Trying again…')
    for (const text of missed) await world.reply(conversation, agent, text)

    await browserContext.setOffline(false)
    await visitor.shows(['First', ...missed], 3000)
  }).tags(['@firefox'])

  test('what was written offline survives a reload and a closed tab, and is sent once', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { visitor, website, conversation } = await chattingVisitor(browserContext, cleanup)
    await visitor.page.route('**/messages', (route) => route.abort())
    await visitor.write('Before the reload')
    await visitor.state('Sending when you’re back online')

    await visitor.page.reload()
    await visitor.shows(['First', 'Before the reload'])
    await visitor.page.close()

    const later = await VisitorPage.visit(browserContext, `${website.url}/repairs`)
    await later.openChat()
    await later.shows(['First', 'Before the reload'])
    await later.state('Sent')
    assert.deepEqual(await storedTexts(conversation), ['First', 'Before the reload'])
  })

  test('an answer lost on the way back does not double the message', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { visitor, conversation } = await chattingVisitor(browserContext, cleanup)
    let lost = 0
    await visitor.page.route('**/messages', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await visitor.write('Twice sent')
    await visitor.state('Sent')
    assert.equal(lost, 1)
    await visitor.shows(['First', 'Twice sent'])
    assert.deepEqual(await storedTexts(conversation), ['First', 'Twice sent'])
  })

  test('a stream that is dead in one direction is found out and replaced', async ({
    browserContext,
    cleanup,
  }) => {
    const gateway = await app.container.make(StreamGateway)
    const config = app.config.get<{ heartbeatSeconds: number }>('chat.streams')
    const { heartbeatSeconds } = config
    const { send } = LiveStream.prototype
    config.heartbeatSeconds = 1
    gateway.start()
    cleanup(() => {
      LiveStream.prototype.send = send
      config.heartbeatSeconds = heartbeatSeconds
      gateway.start()
    })

    const { world, visitor, agent, conversation } = await chattingVisitor(browserContext, cleanup)
    const opened = new WeakSet<LiveStream>()
    LiveStream.prototype.send = function (frame) {
      if (frame.event === 'chat.ready') opened.add(this)
      if (opened.has(this)) send.call(this, frame)
    }
    await world.reply(conversation, agent, 'Into the void')
    await visitor.shows(['First', 'Into the void'], 8500)

    await visitor.frame.locator('.dot[data-state="live"], .dot[data-state="away"]').waitFor()
    await world.reply(conversation, agent, 'Live again')
    await visitor.shows(['First', 'Into the void', 'Live again'], 2000)
  })

  test('where streams are blocked, polling carries the talk', async ({
    browserContext,
    cleanup,
  }) => {
    await browserContext.route('**/events', (route) => route.abort())
    const world = await ChatWorld.create()
    const { visitor } = await visitorWhoWrote('First', world, browserContext, cleanup)
    await visitor.connection('Connected (slight delay)')

    const conversation = await world.onlyConversation()
    await world.reply(conversation, await world.agent(), 'By polling')
    await visitor.shows(['First', 'By polling'], 5000)
  })

  test('two tabs share one stream, where the browser lets them, and show the same', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, website, visitor, agent, conversation } = await chattingVisitor(
      browserContext,
      cleanup,
      'localhost'
    )
    const gateway = await app.container.make(StreamGateway)
    const before = gateway.openCount

    const second = await VisitorPage.visit(browserContext, `${website.url}/repairs`)
    await second.openChat()
    await second.shows(['First'])
    await second.connection(LIVE)
    assert.equal(gateway.openCount, before)

    await world.reply(conversation, agent, 'To both')
    await second.shows(['First', 'To both'])
    await visitor.shows(['First', 'To both'])
    await second.write('From the second')
    await visitor.shows(['First', 'To both', 'From the second'])
  })
})
