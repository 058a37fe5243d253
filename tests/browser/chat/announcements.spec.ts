/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { DateTime } from 'luxon'
import type { Browser, Page } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'

type Noted = [title: string, body: string]

/** Takes down what the browser would show on the desktop, as if its tabs were in the background. */
function noteNotifications() {
  const noted: Noted[] = []
  class NotedNotification {
    static permission = 'granted'
    static requestPermission = async () => 'granted'
    constructor(title: string, { body }: { body: string }) {
      noted.push([title, body])
    }
  }
  Object.assign(window, { Notification: NotedNotification, noted })
  document.hasFocus = () => false
}

const notedIn = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted[] }).noted)

/** Anna with two tabs of the CRM, neither in the inbox. */
async function annaElsewhere({
  browser,
  cleanup,
}: {
  browser: Browser
  cleanup: TestContext['cleanup']
}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const anna = await world.agent('Anna Agent', user)
  const context = await browser.newContext()
  cleanup(() => context.close())
  await context.addInitScript(noteNotifications)
  const agent = await AgentPage.logIn(context, user.email)
  const second = await context.newPage()
  const pages = [agent.page, second]
  // The first tab has the stream by then, the second one listens to the first
  for (const [index, [path, joins]] of [
    ['/people', '**/chat/events'],
    ['/leads', '**/chat/unread'],
  ].entries()) {
    const joined = pages[index].waitForResponse(joins)
    await pages[index].goto(new URL(path, agent.server).href)
    await joined
  }
  const toasts = () => pages.map((page) => page.locator('.chat-agent-toast'))

  /** What has been noted on the desktop once every tab has had its time. */
  const noted = async () => {
    await pages[0].waitForTimeout(1000)
    return (await Promise.all(pages.map(notedIn))).flat()
  }
  return { world, anna, pages, toasts, noted }
}

test.group('What is announced to an agent', () => {
  test('a transfer: in every tab, and once on the desktop', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, anna, toasts, noted } = await annaElsewhere({ browser, cleanup })
    const bob = await world.agent('Bob Busy')
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await world.chat.conversations.assign(conversation, bob, bob)
    await world.chat.routing.transfers.toAgent(conversation, anna, bob, 'She speaks Norwegian')
    for (const toast of toasts()) await toast.getByText('She speaks Norwegian').waitFor()
    const passed = (await noted()).filter(([title]) => title.includes('transferred'))
    assert.deepEqual(passed, [['Bob Busy transferred Jane Doe to you', 'She speaks Norwegian']])
    for (const toast of toasts()) {
      await toast.getByRole('button', { name: 'Dismiss' }).click()
      await toast.waitFor({ state: 'detached' })
    }
  })

  test('what comes out of the queue after its first message rings once', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, anna, toasts, noted } = await annaElsewhere({ browser, cleanup })
    await world.chat.agents.roster.update(anna, {
      maxConcurrentChats: 2,
      departmentIds: [],
      widgetIds: [],
    })
    await world.chatting({ name: 'Jane Doe' })
    for (const toast of toasts())
      await toast.getByText('Jane Doe is waiting for your reply').waitFor()
    assert.deepEqual(await noted(), [['Jane Doe', 'Hello']])
  })

  test('the end of a snooze: in every tab, and once on the desktop', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, anna, toasts, noted } = await annaElsewhere({ browser, cleanup })
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await world.chat.conversations.assign(conversation, anna, anna)
    await world.chat.conversations.snoozes.snooze(
      conversation,
      DateTime.utc().plus({ hours: 1 }),
      anna
    )
    await after(world, { hours: 2 })
    for (const toast of toasts()) await toast.getByText('Jane Doe: snooze ended').waitFor()
    const shown = (await noted()).filter(([title]) => title.includes('snooze'))
    assert.deepEqual(shown, [['Jane Doe: snooze ended', 'Hello']])
  })

  test('what an agent takes is no news to them', async ({ assert, browser, cleanup }) => {
    const { world, anna, pages, toasts } = await annaElsewhere({ browser, cleanup })
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await world.chat.conversations.assign(conversation, anna, anna)
    const other = await world.chatting({ name: 'The last' })
    await world.chat.conversations.assign(other.conversation, anna, await world.agent('Bob'))
    for (const toast of toasts()) await toast.getByText('Bob transferred The last to you').waitFor()
    for (const page of pages) assert.equal(await page.locator('.chat-agent-toast').count(), 1)
  })
})
