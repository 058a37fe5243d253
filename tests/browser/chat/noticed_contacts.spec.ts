import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { drainListeners } from '#chat/support/emit_after_commit'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openPortal } from '#tests/helpers/portal_page'

test.group('Contact details in a visitor’s message', () => {
  test('are saved or dismissed beside the card, and come while the agent looks', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting({ name: 'Jane' })
    const context = await browser.newContext()
    cleanup(() => context.close())
    const agent = await AgentPage.logIn(context, (await world.user('manager')).email)
    await agent.visit(`/chat/${guest.conversation.externalId}`)
    await agent.connection('live')
    await guest.browser.say(
      guest.conversation.externalId,
      'Write to jane@home.example or call +49 30 901820'
    )
    await agent.context.getByRole('heading', { name: 'In their messages' }).waitFor()
    assert.deepEqual(await findings(agent.page), [])
    await agent.context.getByRole('button', { name: 'Save jane@home.example' }).click()
    await agent.context.getByRole('link', { name: 'jane@home.example' }).waitFor()
    await agent.context.getByRole('button', { name: 'Dismiss +49 30 901820' }).click()
    await agent.context.locator('.chat-noticed').waitFor({ state: 'detached' })
    await drainListeners(10_000)
    const { email, phone } = await Visitor.findOrFail(guest.visitor.id)
    assert.deepEqual({ email, phone }, { email: 'jane@home.example', phone: null })
  })
})

test.group('The customer portal', () => {
  test('is accessible with the chat in it, closed and open', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const context = await browser.newContext()
    cleanup(() => context.close())
    const user = await openPortal(context, await world.user('customer', 'Carla Customer'))
    assert.deepEqual(await findings(user.page), [])
    await user.openChat()
    assert.deepEqual(await findings(user.page), [])
  })
})
