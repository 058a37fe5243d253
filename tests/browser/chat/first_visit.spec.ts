import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** A zone without summer time, so that the tests are the same all year. */
const ZONE = 'Asia/Tokyo'
const inZone = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso)
  )

test.group('The first page that a browser opens', () => {
  test('is drawn on the clock of its agent: the inbox, and a page of the settings', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const { conversation } = await world.chatting({ name: 'Jane' })
    await world.reply(conversation, await world.agent('Anna Agent', user))
    const path = `/chat/${conversation.externalId}`
    const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email, {
      timezoneId: ZONE,
    })
    await agent.visit(path)
    for (const time of ['.chat-row__time', '.chat-message time']) {
      const shown = agent.page.locator(time).first()
      const local = inZone((await shown.getAttribute('datetime'))!)
      await shown.filter({ hasText: local }).waitFor()
    }

    const other = await AgentPage.inNewBrowser({ browser, cleanup }, user.email, {
      timezoneId: ZONE,
    })
    await other.visit('/chat/notifications/settings')
    await other.page.getByText('Asia/Tokyo').waitFor()
    const drawn = await other.page.evaluate(() => performance.getEntriesByType('navigation').length)
    assert.equal(drawn, 1)
  })
})
