/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
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
    const agent = await AgentPage.inNewBrowser(
      { browser, cleanup },
      (await world.user('manager')).email
    )
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

  test('is seen by a teammate at the same conversation as it changes, and what they type stays', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    const [user, colleague] = [
      await world.user('manager'),
      await world.agent('Bob Busy', await world.user('manager', 'Bob Busy')),
    ]
    const context = await browser.newContext()
    cleanup(() => context.close())
    const anna = await AgentPage.logIn(context, user.email)
    await anna.visit(`/chat/${conversation.externalId}`)
    await anna.connection('live')
    const list = anna.page.getByRole('list', { name: 'Scheduled replies' })
    const shown = (text: string) => list.locator('.chat-planned__text', { hasText: text })

    const plan = (agent: Agent, content: string, hours: number) =>
      world.chat.planned.plan(conversation, agent, {
        content,
        clientMessageId: randomUUID(),
        dueAt: DateTime.utc().plus({ hours }),
      })
    const first = await plan(colleague, 'From Bob', 1)
    await shown('From Bob').waitFor()
    await plan(await world.agent('Anna Agent', user), 'From Anna', 2)
    await shown('From Anna').waitFor()

    const own = list.locator('.chat-planned__reply', { hasText: 'From Anna' })
    await own.locator('summary', { hasText: 'Edit' }).click()
    const field = own.getByLabel('Scheduled message')
    await field.fill('Half a sen')
    const dueAt = DateTime.utc().plus({ minutes: 90 })
    await world.chat.planned.update(first, colleague, { content: 'Changed by Bob', dueAt })
    await shown('Changed by Bob').waitFor()
    await world.chat.planned.withdraw(first)
    await shown('Changed by Bob').waitFor({ state: 'detached' })
    assert.equal(await field.inputValue(), 'Half a sen')
    assert.isTrue(await field.evaluate((element) => element === document.activeElement))
  }).timeout(60_000)
})
