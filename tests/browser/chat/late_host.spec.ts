/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

const PARTS = ['chat-sidebar-unread', 'chat-sidebar-status']

/** Takes the chat's elements off the page, as a host that renders in the browser does. */
const unmount = (page: Page) =>
  page.evaluate((ids) => ids.forEach((id) => document.getElementById(id)!.remove()), PARTS)

/** Puts new ones there, empty as a host renders them. */
const mount = (page: Page) =>
  page.evaluate((ids) => {
    for (const id of ids) {
      document
        .querySelector('.crm-nav')!
        .append(Object.assign(document.createElement('div'), { id }))
    }
  }, PARTS)

test.group('A host that renders in the browser', () => {
  test('has the count and the status in whatever elements are there by now', async ({
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    await world.agent('Anna Agent', user)
    const context = await browser.newContext()
    cleanup(() => context.close())
    const { page, ...agent } = await AgentPage.logIn(context, user.email)
    await page.goto(`${agent.server}/people`)
    const unread = page.locator('#chat-sidebar-unread')
    const status = page.locator('#chat-sidebar-status .chat-status-switch[data-status="online"]')
    await status.waitFor()
    await world.chatting()
    await unread.getByText('1', { exact: true }).waitFor()

    await unmount(page)
    await mount(page)
    await unread.getByText('1', { exact: true }).waitFor()
    await status.waitFor()

    const ended = page.waitForEvent('requestfailed', (request) =>
      new URL(request.url()).pathname.startsWith('/chat/events')
    )
    await unmount(page)
    await ended
    await world.chatting()
    await mount(page)
    await unread.getByText('2', { exact: true }).waitFor()
    await status.waitFor()
  })

  test('keeps its own titles, with the count before them', async ({ browser, cleanup }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const context = await browser.newContext()
    cleanup(() => context.close())
    const { page, ...agent } = await AgentPage.logIn(context, user.email)
    await page.goto(`${agent.server}/people`)
    await page.locator('.chat-status-switch[data-status]').waitFor()
    await page.evaluate(() => (document.title = 'Another page'))
    await world.chatting()
    await page.waitForFunction(() => document.title === '(1) Another page')
  })
})
