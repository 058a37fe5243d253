import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { restricted } from '../../functional/chat/access/restricted.js'

test.group('An agent who does not see all chats', () => {
  test('sees a conversation leave when it goes to a colleague, assigned by any agent', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { annaUser, anna, bob, inside, outside, world } = await restricted()
    const { conversations } = world.chat
    const agent = await AgentPage.inNewBrowser({ browser, cleanup }, annaUser.email)
    await agent.openInbox()
    await agent.connection('live')
    const row = (name: string) => agent.rows.filter({ hasText: name })
    await row('Ina Inside').waitFor()
    assert.equal(await row('Otto Outside').count(), 0)

    await conversations.assign(outside[0].conversation, anna, bob)
    await row('Otto Outside').waitFor()
    await agent.openConversation('Olli Own')
    await conversations.assign(inside[2].conversation, bob, bob)
    await row('Olli Own').waitFor({ state: 'detached' })
    const toast = agent.page.locator('.chat-toast')
    await toast.filter({ hasText: 'no longer have access' }).waitFor()
    await agent.thread.waitFor({ state: 'detached' })

    await agent.openConversation('Otto Outside')
    await agent.transferTo('Bob Boss', 'Yours')
    await row('Otto Outside').waitFor({ state: 'detached' })
    await agent.thread.waitFor({ state: 'detached' })
    assert.notInclude((await toast.allTextContents()).join(), 'not found')
  })
})
