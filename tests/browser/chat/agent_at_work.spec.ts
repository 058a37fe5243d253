/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { BrowserContextOptions } from 'playwright'
import { findingsLightAndDark } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'

async function atWork({ browser, cleanup }: BrowserTools, options: BrowserContextOptions = {}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const context = await browser.newContext(options)
  cleanup(() => context.close())
  const agent = await AgentPage.logIn(context, user.email)
  return { world, user, context, agent }
}

test.group('An agent at work', () => {
  test('30 seconds without network: what was missed appears once, in order, and what was written waits for it to be read', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, context, agent } = await atWork({ browser, cleanup })
    await context.clock.install()
    const guest = await world.chatting({ name: 'Jane Doe' })
    await agent.openInbox()
    await agent.openConversation('Jane Doe')
    await agent.connection('live')

    await context.setOffline(true)
    await agent.connection('offline')
    await agent.reply('Written without network')
    const missed = Array.from({ length: 300 }, (_, index) => `Missed ${index + 1}`)
    for (const text of missed) await world.start(guest, text)
    const newcomer = await world.chatting({ name: 'Newcomer' })
    await context.clock.runFor('00:30')

    await context.setOffline(false)
    await agent.rows.filter({ hasText: 'Newcomer' }).waitFor({ timeout: 2000 })
    await agent.shows(['Hello', ...missed], 3000)
    await agent.page.getByText('Jane Doe wrote before your reply went out').waitFor()
    assert.equal(await agent.composer.inputValue(), 'Written without network')
    await agent.composer.press('Enter')
    await agent.shows(['Hello', ...missed, 'Written without network'])
    await world.start(newcomer, 'Live again')
    await agent.rows.filter({ hasText: 'Live again' }).waitFor({ timeout: 2000 })
  })

  test('what visitors send is text: no markup, no script, no javascript link', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    const evil = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
    const guest = await world.guest({ name: `${evil}`.slice(0, 110), email: 'a@b.example' })
    await world.chat.visitors.recordPageView(guest.visitor, {
      url: 'javascript:window.pwned=1',
      title: evil,
    })
    await guest.visitor.merge({ userAgent: evil, referrer: 'javascript:alert(1)' }).save()
    await world.start(guest, `${evil} javascript:alert(1) https://ok.example/?a=1&b=2`)

    await agent.openInbox()
    await agent.rows.first().getByRole('link').click()
    await agent.shows([`${evil} javascript:alert(1) https://ok.example/?a=1&b=2`])
    assert.isUndefined(await agent.page.evaluate(() => (window as any).pwned))
    assert.equal(await agent.page.locator('a[href^="javascript"]').count(), 0)
    assert.equal(await agent.page.locator('.chat-inbox img[src="x"]').count(), 0)
    assert.equal(
      await agent.thread.locator('a').getAttribute('href'),
      'https://ok.example/?a=1&b=2'
    )
  })

  test('the inbox is worked by keyboard alone', async ({ browser, cleanup }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    await world.chatting({ name: 'First Visitor' })
    await world.chatting({ name: 'Second Visitor' })
    await agent.openInbox()
    await agent.connection('live')
    const { keyboard } = agent.page

    await keyboard.press('j')
    await agent.page.getByRole('heading', { name: 'Second Visitor' }).first().waitFor()
    await keyboard.press('j')
    await agent.page.getByRole('heading', { name: 'First Visitor' }).first().waitFor()
    await keyboard.press('r')
    await keyboard.type('Good morning')
    await keyboard.press('Enter')
    await agent.shows(['Hello', 'Good morning'])
    await keyboard.press('Escape')
    await keyboard.press('n')
    await keyboard.type('A note')
    await keyboard.press('Control+Enter')
    await agent.shows(['Hello', 'Good morning', 'A note'])
    await keyboard.press('Escape')
    await keyboard.press('e')
    await agent.page.getByRole('button', { name: 'Reopen to reply' }).waitFor()
    await keyboard.press('?')
    await agent.page.getByRole('dialog').waitFor()
  })

  test('on a phone the list and the thread take turns', async ({ browser, cleanup }) => {
    const phone = { viewport: { width: 390, height: 844 } }
    const { world, agent } = await atWork({ browser, cleanup }, phone)
    await world.chatting({ name: 'Jane Doe' })
    await agent.visit('/chat')
    await agent.openConversation('Jane Doe')
    await agent.rows.first().waitFor({ state: 'hidden' })
    await agent.reply('From my phone')
    await agent.shows(['Hello', 'From my phone'])
    await agent.page.getByRole('link', { name: 'Back to the list' }).click()
    await agent.rows.filter({ hasText: 'You: From my phone' }).waitFor()
  })

  test('axe finds nothing wrong with the inbox, light or dark', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    await agent.openInbox()
    assert.deepEqual(await findingsLightAndDark(agent.page), [], 'empty')

    const { conversation } = await world.chatting({ name: 'Jane Doe', email: 'j@home.example' })
    await world.reply(conversation, await world.agent('Bob Busy'), 'Hi')
    await world.reply(conversation, await world.agent('Bob Busy'), 'Careful', true)
    await agent.openConversation('Jane Doe')
    assert.deepEqual(await findingsLightAndDark(agent.page), [], 'busy')
  })

  test('two tabs of an agent share one stream and stay in step', async ({ browser, cleanup }) => {
    const { world, user, context, agent } = await atWork({ browser, cleanup })
    await world.chatting({ name: 'Jane Doe' })
    await agent.openInbox()
    await agent.connection('live')
    const streams: string[] = []
    context.on('request', (request) => {
      if (request.url().endsWith('/chat/events')) streams.push(request.url())
    })
    const second = await context.newPage()
    await second.goto(agent.page.url())
    await second.locator('[data-region="connection"][data-state="live"]').waitFor({
      state: 'attached',
    })
    const colleague = await world.agent(user.fullName, user)
    await world.reply(await world.onlyConversation(), colleague, 'Seen by both')
    for (const page of [agent.page, second]) {
      await page.locator('.chat-row', { hasText: 'Seen by both' }).waitFor()
    }
    if (streams.length)
      throw new Error(`The second tab opened ${streams.length} streams of its own`)
  })

  test('logging out in one tab ends the other tab’s stream and its inbox', async ({
    browser,
    cleanup,
  }) => {
    const { world, context, agent } = await atWork({ browser, cleanup })
    await world.chatting({ name: 'Jane Doe' })
    await agent.openInbox()
    await agent.connection('live')

    const other = await context.newPage()
    await other.goto(`${agent.server}/leads`)
    await other.evaluate(() =>
      document.querySelector<HTMLFormElement>('form[action="/logout"]')!.submit()
    )
    await other.waitForURL(/login/)
    await agent.page
      .locator('[data-region="connection"][data-state="ended"]')
      .or(agent.page.getByLabel('Password'))
      .waitFor({ state: 'attached' })
  })
})
