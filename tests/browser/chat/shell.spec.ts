/// <reference lib="dom" />
import edge from 'edge.js'
import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('The chat’s own layout', () => {
  test('the inbox fills what is left of the window, and scrolls inside', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { chatLayout } = edge.globals
    edge.global('chatLayout', 'chat::shell')
    cleanup(() => void edge.global('chatLayout', chatLayout))
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const anna = await world.agent('Anna Agent', user)
    const { conversation } = await world.chatting({ name: 'Jane' })
    const lines = Array.from({ length: 60 }, (_, line) => `Line ${line}`)
    await world.reply(conversation, anna, lines.join('\n'))
    const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)

    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 800 },
    ]) {
      await agent.page.setViewportSize(viewport)
      await agent.visit(`/chat/${conversation.externalId}`)
      await agent.thread.getByText('Line 59').waitFor()
      const heights = await agent.page.evaluate(() => {
        const thread = document.querySelector('.chat-thread__scroll')!
        return {
          page: document.documentElement.scrollHeight,
          isScrolledInside: thread.scrollHeight > thread.clientHeight,
        }
      })
      assert.deepEqual(heights, { page: 800, isScrolledInside: true }, `${viewport.width} px`)
    }
  })
})
