/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

const LONG_ENOUGH = 60

async function atWork({ browser, cleanup }: BrowserTools, undoSeconds = LONG_ENOUGH) {
  const world = await ChatWorld.create()
  const context = await browser.newContext()
  world.chat.config.undoSeconds = undoSeconds
  cleanup(async () => {
    world.chat.config.undoSeconds = 0
    await context.close()
  })
  const agent = await AgentPage.logIn(context, (await world.user('manager')).email)
  return { world, agent }
}

const focused = (agent: AgentPage) =>
  agent.page.evaluate(() => document.activeElement?.className ?? '')

test.group('What an agent did not mean', () => {
  test('typed blind on a conversation it goes into the composer; in the list it can be undone', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    const { conversation, browser: visitor } = await world.chatting({ name: 'Jane Doe' })
    await world.chatting({ name: 'Second Visitor' })
    await agent.openInbox()
    await agent.connection('live')
    const { page } = agent
    const toast = page.locator('.chat-toast')

    /** From the very click on, while the conversation is on its way. */
    await page.route('**/pane?*', async (route) => {
      await page.waitForFunction(() => Boolean((window as any).typed))
      await route.continue()
    })
    await agent.rows.filter({ hasText: 'Jane Doe' }).getByRole('link').click()
    await page.keyboard.type('Hello ')
    await page.evaluate(() => ((window as any).typed = true))
    await page.waitForFunction(() => document.activeElement?.matches('textarea'))
    await page.keyboard.type('there')
    assert.equal(await agent.composer.inputValue(), 'Hello there')
    await page.getByRole('heading', { name: 'Jane Doe' }).first().click()
    await page.keyboard.type(', everyone')
    assert.equal(await agent.composer.inputValue(), 'Hello there, everyone')
    assert.equal((await world.stored(conversation)).status, 'pending')

    /** Escape leads to the row; there letters are commands. */
    await page.keyboard.press('Escape')
    assert.include(await focused(agent), 'chat-row__link')
    await page.keyboard.press('e')
    await toast.filter({ hasText: `${conversation.displayNumber} resolved` }).waitFor()
    const row = agent.rows.filter({ hasText: 'Jane Doe' })
    const open = page.locator('[data-count="open"]')
    const shows = async (count: string, isThere: boolean) => {
      await row.waitFor({ state: isThere ? 'visible' : 'detached' })
      await open.filter({ hasText: count }).waitFor()
    }
    await shows('1', false)
    await page.locator('.chat-head', { hasText: 'Resolving…' }).waitFor()
    const { conversation: seen } = (await visitor.thread(conversation.externalId)).json
    assert.equal(seen.status, 'pending')
    assert.deepEqual(await findings(page), [])
    await page.keyboard.press('z')
    await shows('2', true)
    assert.isNull((await world.stored(conversation)).pendingAction)

    /** A visitor who writes first is heard. */
    await page.getByRole('button', { name: 'Resolve', exact: true }).first().click()
    await shows('1', false)
    await visitor.say(conversation.externalId, 'One more thing')
    await toast.filter({ hasText: 'Not resolved because the visitor wrote' }).waitFor()
    await shows('2', true)
  })

  test('of many: the toast says what happened, covers nothing, and undoes all of it', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await world.chatting({ name: 'Second Visitor' })
    await agent.openInbox()
    await agent.openConversation('Jane Doe')
    const { page } = agent
    const boxes = page.locator('.chat-row__check')
    const badge = page.locator('#chat-sidebar-unread')
    await badge.filter({ hasText: '1' }).waitFor()
    for (const box of await boxes.all()) await box.check()
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('.chat-row__check:checked').count(), 0)

    for (const box of await boxes.all()) await box.check()
    await page.locator('.chat-bulk').getByRole('button', { name: 'Resolve', exact: true }).click()
    const toast = page.locator('.chat-toast')
    await toast.filter({ hasText: '2 conversations resolved' }).waitFor()
    await page.getByText('All caught up').waitFor()
    await badge.waitFor({ state: 'hidden' })
    await page
      .locator('[data-count="open"]')
      .filter({ hasText: /^\s*$/ })
      .waitFor({ state: 'attached' })
    const [over, under] = [
      await toast.boundingBox(),
      await page.locator('.chat-pane').boundingBox(),
    ]
    assert.isAtMost(over!.x + over!.width, under!.x)
    await toast.getByRole('button', { name: 'Undo' }).click()
    await toast.filter({ hasText: 'Undone for 2 conversations' }).waitFor()
    await agent.rows.nth(1).waitFor()
    await badge.filter({ hasText: '1' }).waitFor()
    await page.locator('[data-count="open"]').filter({ hasText: '2' }).waitFor()
    assert.isNull((await world.stored(conversation)).pendingAction)
  })

  test('resolving goes on to the next, and happens when it is not undone', async ({
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup }, 1)
    const guest = await world.chatting({ name: 'Jane Doe' })
    await world.chatting({ name: 'Second Visitor' })
    for (const name of ['By Menu', 'By Key']) await world.chatting({ name })
    await agent.openInbox()
    await agent.openConversation('By Key')
    const { page } = agent
    const opened = (name: string) => page.getByRole('heading', { name }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+E')
    await opened('By Menu')
    await page.setViewportSize({ width: 900, height: 700 })
    await page.locator('[data-menu="more"] > summary').click()
    await page.locator('.chat-menu__item', { hasText: 'Resolve and open the next' }).click()
    await opened('Second Visitor')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Resolve and open the next' }).click()
    await opened('Jane Doe')
    await agent.rows.filter({ hasText: 'By Key' }).waitFor({ state: 'detached' })
    await agent.rows.filter({ hasText: 'By Menu' }).waitFor({ state: 'detached' })
    await agent.rows.filter({ hasText: 'Second Visitor' }).waitFor({ state: 'detached' })
    await agent.rows.filter({ hasText: guest.visitor.displayName }).waitFor()
  })

  test('what is snoozed leaves the list for the time that one chooses', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    await agent.openInbox()
    await agent.openConversation('Jane Doe')
    const { page } = agent
    await page.keyboard.press('Escape')
    await page.keyboard.press('s')
    assert.deepEqual(await findings(page, { within: '[data-region="head"]' }), [])
    await page.keyboard.press('Enter')
    await page.locator('.chat-toast').filter({ hasText: 'snoozed until' }).waitFor()
    await agent.rows.filter({ hasText: 'Jane Doe' }).waitFor({ state: 'detached' })
    await page.locator('.chat-head').filter({ hasText: 'Snoozed' }).waitFor()
    const { snoozedUntil } = await world.stored(conversation)
    assert.closeTo(snoozedUntil!.diffNow('minutes').minutes, 60, 2)
    await page.locator('[data-menu="more-filters"] > summary').click()
    await page.locator('.chat-menu__item', { hasText: 'Snoozed' }).click()
    await agent.rows.filter({ hasText: 'Jane Doe' }).waitFor()
  })
})
