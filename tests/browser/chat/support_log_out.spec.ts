/// <reference lib="dom" />
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { anotherTab, openPortal } from '#tests/helpers/portal_page'

test.group('A user of the support chat who logs out', () => {
  test('leaves no chat behind, in any tab', async ({ assert, browser, cleanup }) => {
    const world = await ChatWorld.create()
    const context = await browser.newContext()
    cleanup(() => context.close())
    const user = await openPortal(context, await world.user('customer', 'Carla Customer'))
    await user.openChat()
    await user.write('My account number is 4711')
    await user.state('Sent')
    const other = await anotherTab(context)
    await other.launcher.click()
    await other.shows(['My account number is 4711'])
    const closed = await anotherTab(context)

    await user.launcher.click()
    await user.page.getByRole('button', { name: 'Log out' }).click()
    await user.page.waitForURL('**/login')
    for (const { page } of [other, closed]) {
      await page.locator('crm-chat').waitFor({ state: 'detached' })
    }
    const kept = await other.page.evaluate(() => JSON.stringify({ ...localStorage }))
    assert.notInclude(kept, '4711')
    assert.notMatch(kept, /"[^"]*:token"/)
  })

  test('is followed by another in the same browser, who sees nothing of theirs', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const context = await browser.newContext()
    cleanup(() => context.close())
    const [first, second] = [
      await world.user('customer', 'Carla Customer'),
      await world.user('customer', 'Carl Customer'),
    ]
    const theirs = await openPortal(context, first)
    await theirs.openChat()
    await theirs.write('My account number is 4711')
    await theirs.state('Sent')
    await theirs.composer.fill('A secret that was never sent')
    await theirs.page.close()
    // No log-out: the session was ended elsewhere
    await first.endSessions()
    await context.clearCookies()

    const user = await openPortal(context, second)
    await user.openChat()
    await user.shows([])
    assert.equal(await user.composer.inputValue(), '')
    await user.write('Hello')
    await user.state('Sent')
    const conversations = await world.chat.inbox.list(world.tenantId, {
      filter: 'open',
      agentId: null,
      limit: 5,
    })
    const names = conversations.conversations.map(({ visitor }) => visitor.name)
    assert.sameMembers(names, ['Carla Customer', 'Carl Customer'])
  })

  test('signs in again where only the chat’s session has ended', async ({ browser, cleanup }) => {
    const world = await ChatWorld.create()
    const context = await browser.newContext()
    cleanup(() => context.close())
    const row = await world.user('customer', 'Carla Customer')
    const user = await openPortal(context, row)
    await user.openChat()
    await user.write('Hello')
    await user.state('Sent')
    await world.chat.supportChat.signOut(String(row.id))
    await user.write('Still here')
    await user.state('Sent')
    await user.shows(['Hello', 'Still here'])
  })
})
