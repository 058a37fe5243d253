/// <reference lib="dom" />
import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('An answer about an open conversation that is under way', () => {
  test('was made before the status changed: the head is asked for once more', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const anna = await world.agent('Anna Agent', user)
    const guest = await world.chatting({ name: 'Jane' })
    const { conversation } = guest
    await world.chat.conversations.assign(conversation, anna, anna)
    await world.reply(conversation, anna)
    const context = await browser.newContext()
    cleanup(() => context.close())
    const agent = await AgentPage.logIn(context, user.email)
    await agent.visit(`/chat/${conversation.externalId}`)
    await agent.connection('live')
    const { page } = agent
    const head = page.locator('.chat-head')
    await page.locator('.chat-head[data-status="waiting"]').waitFor()

    const made = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    await page.route(
      '**/context?*',
      async (route) => {
        const response = await route.fetch()
        made.resolve()
        await held.promise
        await route.fulfill({ response })
      },
      { times: 1 }
    )
    await world.chat.conversations.triage.setPriority(conversation, 'high', anna)
    await made.promise
    await world.start(guest, 'One more thing')
    await page.locator('.chat-head[data-status="active"]').waitFor()

    let answers = 0
    const second = page.waitForResponse(
      (response) => response.url().includes('/context?') && ++answers === 2
    )
    held.resolve()
    await (await second).finished()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    assert.equal(await head.getAttribute('data-status'), 'active')
  })
})
