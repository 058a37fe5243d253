/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Browser, BrowserContext, Page } from 'playwright'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { clickOnShown, fakePushManager, pushedWorker } from '#tests/helpers/fake_push'
import { soon } from '../../functional/chat/routing/team.js'

interface Given {
  browser: Browser
  cleanup: TestContext['cleanup']
}

/** Anna, and Vera, whose chat she has. */
async function annaAndVera({ browser, cleanup }: Given) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const anna = await world.agent('Anna Agent', user)
  const guest = await world.chatting({ name: 'Vera Visitor' })
  await world.reply(guest.conversation, anna, 'Hi Vera')
  const context = await browser.newContext()
  cleanup(() => context.close())
  return { world, user, anna, ...guest, context }
}

/** A page of the CRM whose bell is there. */
async function withBell(context: BrowserContext, email: string, paths: string[]) {
  const agent = await AgentPage.logIn(context, email)
  const pages = [agent.page]
  for (const path of paths) {
    const page = path === paths[0] ? agent.page : await context.newPage()
    if (page !== agent.page) pages.push(page)
    await page.goto(new URL(path, agent.server).href)
    await bellIn(page).waitFor()
  }
  return pages
}

const bellIn = (page: Page) => page.locator('.chat-bell__button')

/** Settles when the bell counts so many. */
const counts = (page: Page, unread: number) =>
  page
    .locator(unread ? `.chat-bell__count:text-is("${unread}")` : '.chat-bell__count[hidden]')
    .waitFor({ state: unread ? 'visible' : 'attached' })

test.group('The bell', () => {
  test('counts on every page, lists what is new, and is in step over tabs', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const given = await annaAndVera({ browser, cleanup })
    const { context, user, conversation } = given
    const [people, leads] = await withBell(context, user.email, ['/people', '/leads'])
    await given.browser.say(conversation.externalId, 'Are you there?')
    await Promise.all([counts(people, 1), counts(leads, 1)])
    assert.equal(await bellIn(people).getAttribute('aria-label'), 'Notifications, 1 unread')

    await bellIn(people).focus()
    await people.keyboard.press('Enter')
    const panel = people.getByRole('dialog', { name: 'Notifications' })
    const row = panel.getByRole('link', { name: /Vera Visitor/ })
    await row.getByText('Are you there?').waitFor()
    assert.deepEqual(await findings(people, { within: '.chat-bell' }), [])
    await people.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    assert.isTrue(await bellIn(people).evaluate((bell) => bell === document.activeElement))

    await bellIn(people).click()
    await panel.getByRole('button', { name: 'Mark all as read' }).click()
    await Promise.all([counts(people, 0), counts(leads, 0)])
    await row.click()
    await people.waitForURL(`**/chat/${conversation.externalId}`)
  })

  test('leaves alone what is open in any tab, and forgets what is opened', async ({
    browser,
    cleanup,
  }) => {
    const given = await annaAndVera({ browser, cleanup })
    const { world, context, user, anna, conversation } = given
    const other = await world.chatting({ name: 'Otto Other' })
    await world.reply(other.conversation, anna, 'Hi Otto')
    const [people] = await withBell(context, user.email, ['/people'])
    const agent = await AgentPage.logIn(context, user.email)
    const viewed = agent.page.waitForResponse('**/viewing')
    await agent.visit(`/chat/${conversation.externalId}`)
    await viewed
    await given.browser.say(conversation.externalId, 'On her screen')
    await other.browser.say(other.conversation.externalId, 'Not on her screen')
    await counts(people, 1)
    await bellIn(people).click()
    const panel = people.getByRole('dialog', { name: 'Notifications' })
    await panel.getByText('Not on her screen').waitFor()
    await panel.getByText('On her screen', { exact: true }).waitFor({ state: 'detached' })
    await agent.visit(`/chat/${other.conversation.externalId}`)
    await counts(people, 0)
  })
})

/** Counts what would be felt in the hand. */
function noteVibrations() {
  Object.assign(window, { vibrations: 0 })
  const note = () => {
    const noted = window as unknown as { vibrations: number }
    noted.vibrations += 1
    return true
  }
  Object.defineProperty(navigator, 'vibrate', { value: note })
}

const vibrationsIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { vibrations: number }).vibrations)

test.group('A chat that was transferred (N3)', () => {
  test('rings until it is opened in another tab', async ({ assert, browser, cleanup }) => {
    const { world, context, user, anna } = await annaAndVera({ browser, cleanup })
    await context.addInitScript(noteVibrations)
    await context.clock.install()
    const [people] = await withBell(context, user.email, ['/people'])
    const bob = await world.agent('Bob Busy')
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await world.chat.conversations.assign(conversation, bob, bob)
    await world.chat.routing.transfers.toAgent(conversation, anna, bob)
    await people.locator('.chat-agent-toast').waitFor()
    await people.waitForFunction(
      () => (window as unknown as { vibrations: number }).vibrations >= 2
    )
    const second = await context.newPage()
    const viewed = second.waitForResponse('**/viewing')
    await second.goto(new URL(`/chat/${conversation.externalId}`, people.url()).href)
    await viewed
    await second.waitForFunction(() => localStorage.getItem('crm-chat:looking') !== null)
    const before = await vibrationsIn(people)
    await people.clock.runFor(10_000)
    assert.isAtMost((await vibrationsIn(people)) - before, 1)
  })

  test('rings for half a minute at most', async ({ assert, browser, cleanup }) => {
    const { world, context, user, anna } = await annaAndVera({ browser, cleanup })
    await context.addInitScript(noteVibrations)
    await context.clock.install()
    const [people] = await withBell(context, user.email, ['/people'])
    const bob = await world.agent('Bob Busy')
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await world.chat.conversations.assign(conversation, anna, bob)
    await people.waitForFunction(
      () => (window as unknown as { vibrations: number }).vibrations >= 1
    )
    await people.clock.runFor(35_000)
    const rung = await vibrationsIn(people)
    assert.isAtLeast(rung, 10)
    await people.clock.runFor(10_000)
    assert.equal(await vibrationsIn(people), rung)
  })
})

test.group('The page of an agent’s notifications', () => {
  test('push is turned on and off for this browser, and shown in its list', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, context, user, anna } = await annaAndVera({ browser, cleanup })
    await context.addInitScript(fakePushManager)
    const agent = await AgentPage.logIn(context, user.email)
    await agent.visit('/chat/notifications/settings')
    await agent.page.getByText('No browser gets push yet.').waitFor()
    await agent.page.getByRole('button', { name: 'Turn on push' }).click()
    await agent.page.getByText('Push is on in this browser.').waitFor()
    await agent.page.getByRole('button', { name: /^Remove/ }).waitFor()
    assert.lengthOf(await world.chat.notifications.browsers.list(anna), 1)
    assert.deepEqual(await findings(agent.page), [])
    await agent.page.getByRole('button', { name: 'Turn off push' }).click()
    await agent.page.getByText('No browser gets push yet.').waitFor()
    assert.isEmpty(await world.chat.notifications.browsers.list(anna))
  })

  test('what is chosen stays chosen', async ({ browser, cleanup }) => {
    const { context, user } = await annaAndVera({ browser, cleanup })
    const agent = await AgentPage.logIn(context, user.email)
    await agent.visit('/chat/notifications/settings')
    const messages = agent.page.getByRole('group', { name: 'Messages in my chats' })
    await messages.getByRole('checkbox', { name: 'Push to my browsers' }).uncheck()
    await agent.page.getByRole('switch', { name: 'Keep quiet every day' }).check()
    await agent.page.getByLabel('Until').fill('06:45')
    await agent.page.getByRole('button', { name: 'Save changes' }).click()
    await agent.page.getByText('Your changes have been saved.').waitFor()
    await messages.getByRole('checkbox', { name: 'Push to my browsers', checked: false }).waitFor()
    await agent.page.getByRole('switch', { name: 'Keep quiet every day', checked: true }).waitFor()
    await agent.page.locator('#quiet_until[value="06:45"]').waitFor()
  })
})

test.group('The worker of pushes', () => {
  test('shows a push without a second sound, and opens its conversation in a tab that is there', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { context, user, conversation } = await annaAndVera({ browser, cleanup })
    const [page] = await withBell(context, user.email, ['/chat'])
    const { origin } = new URL(page.url())
    const { worker, deliver } = await pushedWorker(page, '/chat/notifications/worker.js')
    const push = (version: string) =>
      deliver({
        ...{ topic: 't', version, kind: 'assigned', title: 'Vera Visitor', body: version },
        conversation: conversation.externalId,
        url: `${origin}/chat/${conversation.externalId}`,
        urgent: true,
      })
    const shown = () =>
      worker.evaluate(() => {
        const all = (self as unknown as { shown: Record<string, unknown>[] }).shown
        return all.map(({ title, body, tag, silent, requireInteraction }) => {
          return { title, body, tag, silent, requireInteraction }
        })
      })
    // No page of the CRM is open: one that has the focus would ring by itself
    await page.goto('about:blank')
    const about = { title: 'Vera Visitor', tag: conversation.externalId, requireInteraction: true }
    for (const [count, version] of ['one', 'one', 'two'].entries()) {
      await push(version)
      await soon(async () => (await shown()).length > count, 20_000)
    }
    assert.deepEqual(await shown(), [
      { ...about, body: 'one', silent: false },
      { ...about, body: 'one', silent: true },
      { ...about, body: 'two', silent: false },
    ])
    await page.goto(`${origin}/chat`)
    await bellIn(page).waitFor()
    await worker.evaluate(clickOnShown)
    await page.waitForURL(`**/chat/${conversation.externalId}`)
  })
})
