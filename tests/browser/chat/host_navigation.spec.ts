/// <reference lib="dom" />
import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { isMarked, mark, withHostNavigation } from '#tests/helpers/host_navigation'

test.group('A host that goes from page to page without loading them', () => {
  for (const by of ['Turbo', 'Unpoly'] as const) {
    test(`by ${by}: count and status stay, and the chat’s own pages work`, async ({
      assert,
      browser,
      cleanup,
    }) => {
      const world = await ChatWorld.create()
      const user = await world.user('manager', 'Anna Agent')
      await world.agent('Anna Agent', user)
      const jane = await world.chatting({ name: 'Jane' })
      const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
      const { page } = agent
      await withHostNavigation(page, by)
      const link = (name: string) => page.getByRole('link', { name, exact: true }).first()
      const unread = page.locator('#chat-sidebar-unread')

      await agent.visit('/people')
      await unread.getByText('1', { exact: true }).waitFor()
      await mark(page)
      await link('Leads').click()
      await page.waitForURL('**/leads')
      await page.locator('.chat-status-switch[data-status="online"]').waitFor()
      await unread.getByText('1', { exact: true }).waitFor()
      assert.isTrue(await isMarked(page), 'the host loads no page')

      for (const turn of [1, 2]) {
        await page.locator('.crm-nav a[href="/chat"]').click()
        await page.waitForURL('**/chat')
        await agent.connection('live')
        assert.isFalse(await isMarked(page), 'the chat is entered as a whole page')
        await mark(page)
        await agent.openConversation('Jane')
        await agent.reply(`Hello ${turn}`)
        await world.start(jane, `Yes ${turn}`)
        await agent.thread.getByText(`Yes ${turn}`).waitFor()
        await link('People').click()
        await page.waitForURL('**/people')
        await page.locator('.chat-status-switch[data-status]').waitFor()
        assert.isFalse(await isMarked(page), 'and left as one')
        await mark(page)
      }
    })
  }
})
