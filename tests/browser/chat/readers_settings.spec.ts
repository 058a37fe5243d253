import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Browser, BrowserContextOptions, Locator } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { visitorOf, visitorWhoWrote } from '#tests/helpers/website_visitor'

/** An agent with an open conversation and one more in the list, as a browser with these settings shows them. */
async function atWork(
  browser: Browser,
  cleanup: TestContext['cleanup'],
  settings: BrowserContextOptions = {}
) {
  const world = await ChatWorld.create()
  const user = await world.user('manager')
  const agent = await world.agent('Anna', user)
  const { conversation } = await world.chatting({ name: 'Jane Doe' })
  await world.reply(conversation, agent, 'Hi there')
  await world.chatting({ name: 'John Roe' })
  const context = await browser.newContext(settings)
  cleanup(() => context.close())
  const page = await AgentPage.logIn(context, user.email)
  await page.openInbox()
  await page.openConversation('Jane Doe')
  return { world, context, conversation, agent, page }
}

const style = (element: Locator, name: string) =>
  element.evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name)

test.group("A reader's own settings", () => {
  test('with forced colours, icons, the chosen row and bubbles stay distinguishable', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const settings = { forcedColors: 'active', colorScheme: 'dark' } as const
    const { world, page, context } = await atWork(browser, cleanup, settings)
    const row = (name: string) => page.rows.filter({ hasText: name }).locator('.chat-row__link')
    assert.equal(await style(row('Jane Doe'), 'outline-style'), 'solid')
    assert.equal(await style(row('John Roe'), 'outline-style'), 'none')
    const canvas = await style(page.page.locator('.chat-inbox'), 'background-color')
    const icon = page.page.locator('.chat-head .chat-icon').first()
    assert.notEqual(await style(icon, 'background-color'), canvas)
    const bubble = page.thread.locator('.chat-message__text').first()
    assert.equal(await style(bubble, 'border-top-style'), 'solid')

    const { visitor } = await visitorWhoWrote('Hello', world, context, cleanup)
    assert.equal(await style(visitor.frame.locator('.bubble .text'), 'border-top-style'), 'solid')
    assert.equal(await style(visitor.frame.locator('.send'), 'border-top-style'), 'solid')
  })

  test("the size of type is the reader's, in the inbox and in the widget", async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, context, page } = await atWork(browser, cleanup)
    const { visitor } = await visitorOf(world, context, cleanup, { host: 'localhost' })
    for (const tab of [page.page, visitor.page]) {
      const client = await context.newCDPSession(tab)
      await client.send('Page.setFontSizes', { fontSizes: { standard: 24 } })
    }
    const sizes = await Promise.all([
      style(page.page.locator('.chat-inbox'), 'font-size'),
      style(page.composer, 'font-size'),
      style(visitor.composer, 'font-size'),
    ])
    assert.deepEqual(sizes, ['21px', '21px', '24px'])
    const fits = await page.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    assert.isTrue(fits)
  })

  test('a printed thread is the whole thread, and says who wrote when', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent, conversation, page } = await atWork(browser, cleanup)
    for (let i = 1; i <= 12; i++) await world.reply(conversation, agent, `Line\n`.repeat(5) + i)
    await page.page.reload()
    const texts = page.thread.locator('.chat-message__text')
    await texts.nth(12).waitFor()
    await page.page.emulateMedia({ media: 'print' })

    const scroller = page.page.locator('[data-part="scroll"]')
    const hidden = await scroller.evaluate((node) => node.scrollHeight - node.clientHeight)
    assert.isAtMost(hidden, 1)
    assert.equal(await style(scroller, 'overflow-y'), 'visible')
    assert.equal(await style(page.page.locator('.chat-inbox'), 'overflow-y'), 'visible')
    assert.isFalse(await page.composer.isVisible())
    assert.isFalse(await page.page.locator('.chat-list').isVisible())
    assert.isTrue(await page.thread.locator('.chat-message__by').last().isVisible())
    assert.isTrue(await page.page.locator('.chat-head__name').isVisible())
  })

  test("the agent's field grows with its text where the browser does not do it itself", async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { page } = await atWork(browser, cleanup)
    await page.page.addStyleTag({ content: 'textarea { field-sizing: fixed !important }' })
    const height = async () => (await page.composer.boundingBox())!.height
    const before = await height()
    await page.composer.fill('Line\n'.repeat(6))
    assert.isAbove(await height(), before + 40)
    assert.isAtMost(await height(), 241)
    await page.composer.fill('')
    assert.closeTo(await height(), before, 8)
  })
})
