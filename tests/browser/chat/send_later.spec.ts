/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('A reply that an agent sends later', () => {
  test('is planned in the composer, shown above it, changed and cancelled there', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    const context = await browser.newContext()
    cleanup(() => context.close())
    const agent = await AgentPage.logIn(context, (await world.user('manager')).email)
    await agent.visit(`/chat/${conversation.externalId}`)
    await agent.connection('live')
    const { page } = agent
    const field = page.getByLabel('Message', { exact: true }).first()
    await field.fill('Good morning, Jane')
    await page.locator('[data-menu="later"] > summary').click()
    await page.getByRole('button', { name: 'Tomorrow' }).last().click()
    const planned = page.getByRole('list', { name: 'Scheduled replies' })
    await planned.locator('.chat-planned__text', { hasText: 'Good morning, Jane' }).waitFor()
    assert.equal(await field.inputValue(), '')
    assert.deepEqual(await findings(page, { within: '.chat-pane' }), [])
    assert.lengthOf(await world.chat.planned.list(conversation), 1)

    await planned.locator('summary', { hasText: 'Edit' }).click()
    await planned.getByLabel('Scheduled message').fill('Good evening, Jane')
    await planned.getByRole('button', { name: 'Save' }).click()
    await planned.locator('.chat-planned__text', { hasText: 'Good evening, Jane' }).waitFor()
    await planned.getByRole('button', { name: 'Cancel sending' }).click()
    await planned.waitFor({ state: 'detached' })
    assert.lengthOf(await world.chat.planned.list(conversation), 0)
  }).timeout(60_000)
})
