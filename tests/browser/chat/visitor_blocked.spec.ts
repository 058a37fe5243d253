/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'

test.group('A visitor who is blocked', () => {
  test('reads that the chat has ended, after a reload too, and goes on when they are unblocked', async ({
    assert,
    browser,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorWhoWrote('You again!', world, browserContext, cleanup)
    const context = await browser.newContext()
    cleanup(() => context.close())
    const agent = await AgentPage.logIn(context, (await world.user('manager')).email)
    const conversation = await world.onlyConversation()
    await agent.visit(`/chat/${conversation.externalId}`)
    const { page } = agent
    await page.getByText('Block this visitor…').click()
    assert.deepEqual(await findings(page, { within: '.chat-context' }), [])
    await page.getByRole('button', { name: /^Block / }).click()
    await page.locator('.chat-context').getByText('Blocked', { exact: true }).waitFor()

    const end = visitor.frame.getByText('This chat has ended. Thank you for contacting us.')
    await end.waitFor()
    await visitor.frame.locator('textarea:visible').waitFor({ state: 'detached' })
    assert.equal(await visitor.frame.getByText(/block/i).count(), 0)
    await visitor.page.reload()
    await visitor.launcher.click()
    await end.waitFor()

    await page.getByRole('button', { name: 'Unblock' }).click()
    await page.getByText('Block this visitor…').waitFor()
    await visitor.page.reload()
    await visitor.openChat()
    await visitor.frame.getByText('You again!').waitFor()
    await visitor.write('I am sorry')
    await visitor.state('Sent')
  }).timeout(60_000)
})
