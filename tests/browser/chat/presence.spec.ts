/// <reference lib="dom" />
import { test } from '@japa/runner'
import emitter from '@adonisjs/core/services/emitter'
import type { Page } from 'playwright'
import type { AgentStatus } from '#chat/models/agent'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { fastPresence } from '#tests/helpers/fast_presence'

/** An agent who takes chats, at a page of the CRM with nothing of the chat on it but the sidebar. */
async function onDuty({ browser, cleanup }: BrowserTools, { maximum = 3, clock = false } = {}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const settings = { maxConcurrentChats: maximum, departmentIds: [], widgetIds: [] }
  const agent = await world.chat.agents.roster.add(world.tenantId, String(user.id), settings)
  const context = await browser.newContext()
  cleanup(() => context.close())
  if (clock) await context.clock.install()
  const tab = await AgentPage.logIn(context, user.email)
  await tab.visit('/people')
  await tab.hasStatus('online')

  /** What the server takes the agent for. */
  const status = async () => world.chat.agents.presence.statusOf(await agent.refresh())
  const becomes = async (wanted: AgentStatus, within = 5000) => {
    const until = Date.now() + within
    while ((await status()) !== wanted) {
      if (Date.now() > until) throw new Error(`Still ${await status()} instead of ${wanted}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await becomes('online')
  const another = async (path: string) => {
    const page = await context.newPage()
    await page.goto(new URL(path, tab.page.url()).href)
    await page.locator('.chat-status-switch[data-status]').waitFor()
    return page
  }
  return { world, agent, context, tab, status, becomes, another }
}

/** The tab is behind another one, as far as its scripts can tell. */
const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })

const shownIn = (page: Page, status: AgentStatus) =>
  page.locator(`.chat-status-switch[data-status="${status}"]`).waitFor({ timeout: 5000 })

test.group('Presence in the browser', () => {
  test('a status is chosen on any page of the CRM, and holds in every tab', async ({
    browser,
    cleanup,
  }) => {
    const { tab, becomes, another } = await onDuty({ browser, cleanup })
    const inbox = await another('/chat')
    for (const [path, status] of [
      ['/leads', 'away'],
      ['/settings/canned-responses', 'busy'],
      ['/chat/dashboard', 'offline'],
      ['/people', 'online'],
    ] as const) {
      await tab.visit(path)
      await tab.chooseStatus(status)
      await becomes(status)
      await shownIn(inbox, status)
    }
  })

  test('ten minutes without input are an absence, and a click ends it', async ({
    browser,
    cleanup,
  }) => {
    const { context, tab, becomes } = await onDuty({ browser, cleanup }, { clock: true })
    await context.clock.fastForward('10:30')
    await tab.hasStatus('away')
    await becomes('away')
    await tab.page.getByText('Online (idle)').waitFor({ state: 'attached' })
    await tab.page.mouse.click(400, 400)
    await tab.hasStatus('online')
    await becomes('online')
  })

  test('an agent who works in one tab is not idle in another', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { agent, context, tab, becomes, another } = await onDuty(
      { browser, cleanup },
      { clock: true }
    )
    const second = await another('/leads')
    const heard: boolean[] = []
    const off = emitter.on('chat.agent.updated', ({ agent: { id, isIdle } }) => {
      if (id === agent.id) heard.push(isIdle)
    })
    cleanup(() => off())
    for (let n = 0; n < 3; n += 1) {
      await context.clock.fastForward('06:00')
      await second.mouse.click(400, 400)
    }
    assert.deepEqual(heard, [])
    await context.clock.fastForward('10:30')
    await shownIn(tab.page, 'away')
    await shownIn(second, 'away')
    await becomes('away')
  })

  test('several tabs are one agent, who is gone when the last one has been closed', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, tab, status, becomes, another } = await onDuty({ browser, cleanup })
    cleanup(await fastPresence(world))
    const tabs = [await another('/leads'), await another('/chat')]
    assert.equal(await world.chat.agents.onlineCount(world.tenantId), 1)

    await tab.page.close()
    await tabs[0].close()
    await tabs[1].waitForTimeout(4000)
    assert.equal(await status(), 'online')
    assert.equal(await world.chat.agents.onlineCount(world.tenantId), 1)
    await tabs[1].close()
    await becomes('offline', 5000)
    assert.equal(await world.chat.agents.onlineCount(world.tenantId), 0)
  })

  test('a tab in the background does not come and go', async ({ assert, browser, cleanup }) => {
    const { world, agent, tab, status } = await onDuty({ browser, cleanup })
    cleanup(await fastPresence(world))
    const heard: unknown[] = []
    const off = emitter.on('chat.agent.updated', (event) => {
      if (event.agent.id === agent.id) heard.push(event)
    })
    cleanup(() => off())
    await hide(tab.page)
    for (let n = 0; n < 24; n += 1) {
      await tab.page.waitForTimeout(250)
      assert.equal(await status(), 'online', `after ${n * 250} ms`)
    }
    assert.deepEqual(heard, [])
  })

  test('a full agent is busy until a place frees', async ({ browser, cleanup }) => {
    const { world, agent, tab, becomes } = await onDuty({ browser, cleanup }, { maximum: 1 })
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await tab.hasStatus('busy')
    await becomes('busy')
    await tab.page.getByText('Online (full)').waitFor({ state: 'attached' })
    await world.chat.conversations.resolve(conversation, agent)
    await tab.hasStatus('online')
    await becomes('online')
  })

  test('the transfer menu shows who is there when it is opened', async ({ browser, cleanup }) => {
    const { world, tab } = await onDuty({ browser, cleanup })
    const bob = await world.user('employee', 'Bob Busy')
    const settings = { maxConcurrentChats: 4, departmentIds: [], widgetIds: [] }
    const mate = await world.chat.agents.roster.add(world.tenantId, String(bob.id), settings)
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await tab.visit(`/chat/${conversation.externalId}`)
    await tab.connection('live')
    const option = (text: string) =>
      tab.page.locator('.chat-transfer option', { hasText: text }).waitFor({ state: 'attached' })
    await option('Bob Busy · Offline, 0 of 4')

    await world.chat.agents.presence.arrive(mate)
    await world.chat.conversations.assign((await world.chatting()).conversation, mate, mate)
    await tab.page.locator('[data-menu="assign"] > summary').click()
    await option('Bob Busy · Online, 1 of 4')
  })
})
