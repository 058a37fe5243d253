/// <reference lib="dom" />
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { AgentPage } from '#tests/helpers/agent_page'

test.group('An open inbox says why it goes no further', () => {
  test('the module was switched off', async ({ browser, cleanup }) => {
    const world = await ChatWorld.create()
    const context = await browser.newContext()
    cleanup(() => context.close())
    const user = await world.user('employee', 'Anna Agent')
    const agent = await AgentPage.logIn(context, user.email)
    await agent.openInbox()
    await agent.page.getByText('Live', { exact: true }).waitFor()

    await world.setModule(false)
    await agent.page.getByText('Live Chat is turned off').waitFor({ timeout: 5000 })
  })
})
