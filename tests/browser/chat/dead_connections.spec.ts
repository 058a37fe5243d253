/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Browser, Page } from 'playwright'
import { LiveStream } from '#chat/realtime/live_stream'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { SleepyNetwork } from '#tests/helpers/sleepy_network'
import { tuneStreams } from '#tests/helpers/visitor_stream'

type Tools = { browser: Browser; cleanup: TestContext['cleanup'] }

/** With a heartbeat of a second, a dead stream is found out after 2.25 s; usually it beats every 8 s. */
const NOTICED = 2250
const SHOWN_WITHIN = 2000
/** For the work of the requests; more on a machine that needs more to open the inbox now. */
const SLACK = 1500

/**
 * An agent and a visitor in one conversation, both behind a network that can fail. Heartbeats come every second, and
 * pages miss one when none has come for as long as one that is `expected` after so many seconds may take.
 */
async function talking({ browser, cleanup }: Tools, expected = 1) {
  const gateway = await tuneStreams(cleanup, { heartbeatSeconds: 1 })
  gateway.config.heartbeatSeconds = expected
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const anna = await world.agent('Anna Agent', user)
  const guest = await world.chatting({ name: 'Vera' })
  const network = await SleepyNetwork.start()
  const [desk, phone] = [await browser.newContext(), await browser.newContext()]
  cleanup(async () => {
    await Promise.all([desk.close(), phone.close()])
    network.close()
  })
  const agent = await AgentPage.logIn(desk, user.email, network.url)
  const began = performance.now()
  await agent.openInbox()
  await agent.openConversation('Vera')
  await agent.connection('live')
  const slack = Math.max(SLACK, performance.now() - began)

  const address = `/p/chat/${world.widget.publicKey}`
  const visitor = await phone.newPage()
  await visitor.addInitScript(
    ([key, token]) => localStorage.setItem(key, token),
    [`crmchat-direct:${world.widget.publicKey}:token`, guest.token]
  )
  const live = visitor.waitForResponse((response) => response.url().endsWith('/events'))
  await visitor.goto(`${network.url}${address}`)
  await shown(visitor, ['Hello'], 10_000)
  await live
  return { world, anna, guest, network, agent, visitor, slack, conversation: guest.conversation }
}

/** Settles when the visitor sees exactly these. */
async function shown(visitor: Page, texts: string[], timeout: number) {
  const bubbles = visitor.locator('.bubble .text')
  await bubbles.nth(texts.length - 1).waitFor({ timeout })
  const seen = await bubbles.allTextContents()
  if (seen.join() !== texts.join()) throw new Error(`The visitor sees ${seen.join()}`)
}

test.group('Connections that are dead and do not say so', () => {
  test('are found out by both sides, and what was missed is shown right then', async ({
    browser,
    cleanup,
  }) => {
    const { world, anna, guest, network, agent, visitor, slack, conversation } = await talking({
      browser,
      cleanup,
    })
    const both = (texts: string[], within: number) =>
      Promise.all([agent.shows(texts, within), shown(visitor, texts, within)])

    // One request that hangs, of what the list and the thread do without
    await agent.page.route('**/chat/unread', () => {})
    network.deaden()
    await world.reply(conversation, anna, 'Over new sockets')
    await both(['Hello', 'Over new sockets'], NOTICED + SHOWN_WITHIN + slack)
    await agent.connection('live', SHOWN_WITHIN + slack)

    network.swallow()
    await agent.page
      .locator('[data-region="connection"]:not([data-state="live"])')
      .waitFor({ state: 'attached', timeout: NOTICED + slack })
    await agent.connection('offline', SHOWN_WITHIN + slack)
    await world.reply(conversation, anna, 'Into the hole')
    await world.start(guest, 'Me, too')
    await agent.page.waitForTimeout(5000)
    network.restore()
    await both(['Hello', 'Over new sockets', 'Into the hole', 'Me, too'], SHOWN_WITHIN + slack)
    await agent.connection('live', SHOWN_WITHIN + slack)
  })
})

test.group('A network that goes while streams return', () => {
  test('is found out by both sides, though other requests of the page hang as well', async ({
    browser,
    cleanup,
  }) => {
    const { world, anna, network, agent, visitor, slack, conversation } = await talking({
      browser,
      cleanup,
    })
    const caughtUp = visitor.waitForResponse((response) => response.url().includes('/messages?'))
    network.deaden()
    await caughtUp
    network.swallow()
    await agent.connection('offline', NOTICED + SHOWN_WITHIN + slack)
    // Those of the CRM itself, which has its own reasons
    await agent.page.evaluate(() => {
      for (let n = 0; n < 3; n++) void fetch(`/people?n=${n}`)
    })
    const offline = visitor.getByText('No connection. Trying again…', { exact: true })
    await offline.waitFor({ state: 'attached', timeout: 10_000 })
    await world.reply(conversation, anna, 'Into the hole')
    network.restore()
    await Promise.all([
      agent.shows(['Hello', 'Into the hole'], SHOWN_WITHIN + slack),
      shown(visitor, ['Hello', 'Into the hole'], SHOWN_WITHIN + slack),
    ])
    await agent.connection('live', SHOWN_WITHIN + slack)
  })
})

test.group('Frames that never come', () => {
  test('even the last one, are made up for with the next heartbeat, on both sides', async ({
    browser,
    cleanup,
  }) => {
    const { world, anna, guest, agent, visitor, conversation } = await talking(
      { browser, cleanup },
      8
    )
    const { send } = LiveStream.prototype
    cleanup(() => void Object.assign(LiveStream.prototype, { send }))
    LiveStream.prototype.send = function (frame) {
      if (frame.event === 'chat.heartbeat') send.call(this, frame)
    }
    await world.reply(conversation, anna, 'The last word')
    await world.chatting({ name: 'Newcomer' })
    await agent.shows(['Hello', 'The last word'], 4000)
    await shown(visitor, ['Hello', 'The last word'], 4000)
    await agent.rows.filter({ hasText: 'Newcomer' }).waitFor({ timeout: 4000 })
    await agent.connection('live')
    await world.start(guest, 'Really the last')
    await agent.rows.filter({ hasText: 'Really the last' }).waitFor({ timeout: 4000 })
    await shown(visitor, ['Hello', 'The last word', 'Really the last'], 4000)
  })
})
