/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findingsLightAndDark } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'

async function busy({ browser, cleanup }: BrowserTools) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
  const me = await world.agent('Anna Agent', user)
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    const { conversation } = await world.chatting({ name: `Visitor ${name}` })
    if (name !== 'Four') await world.chat.conversations.triage.addLabel(conversation, label, me)
  }
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
  await agent.openInbox()
  await agent.connection('live')
  return { world, me, label, agent, page: agent.page }
}

test.group('An agent sorts the work', () => {
  test('by mouse: filters, saves the view, selects a range, labels and closes it', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent, page } = await busy({ browser, cleanup })
    await page.locator('[data-menu="filters"] > summary').click()
    await page.getByLabel('Label', { exact: true }).selectOption({ label: 'Bug' })
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await agent.rows.nth(2).waitFor()
    await agent.rows.nth(3).waitFor({ state: 'detached' })
    assert.match(page.url(), /filter=open&label=/)

    await page.locator('[data-menu="filters"] > summary').click()
    await page.getByPlaceholder('Name').fill('Bugs')
    await page.getByRole('button', { name: 'Save view' }).click()
    await page.getByText('View “Bugs” saved').waitFor()

    await agent.rows.nth(0).getByRole('checkbox').click()
    await agent.rows
      .nth(2)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] })
    await page.getByText('3 selected').waitFor()
    await world.start(await world.chatting({ name: 'Someone else' }), 'Hello')
    await page.getByText('3 selected').waitFor()
    await page.getByRole('button', { name: 'Close', exact: true }).first().click()
    await page.getByText('3 conversations closed').waitFor()
    await page.getByText('No matches').waitFor()

    await page.getByRole('link', { name: /Remove filter Label/ }).click()
    await agent.rows.filter({ hasText: 'Visitor Four' }).waitFor()
    await page.locator('[data-menu="more-filters"] > summary').click()
    await page.getByRole('link', { name: 'Bugs' }).click()
    await page.getByText('No matches').waitFor()
    await page.goBack()
    await agent.rows.filter({ hasText: 'Visitor Four' }).waitFor()
  })

  test('by keyboard: filter, select, priority, and a view', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent, page } = await busy({ browser, cleanup })
    const { keyboard } = page
    await keyboard.press('f')
    await keyboard.press('Tab')
    await keyboard.type('Bug')
    await keyboard.press('Enter')
    await page.locator('[data-menu="filters"][open]').waitFor()
    await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
    await page.getByRole('link', { name: /Remove filter Label: Bug/ }).waitFor()
    await agent.rows.nth(3).waitFor({ state: 'detached' })

    await keyboard.press('j')
    await page.getByRole('heading', { name: 'Visitor Three' }).first().waitFor()
    await keyboard.press('p')
    await page.getByRole('button', { name: 'Urgent' }).first().waitFor()
    await keyboard.press('Enter')
    await page.locator('.chat-head .chat-badge--urgent').waitFor()
    await page.getByText('Anna Agent set the priority to urgent').first().waitFor()

    await keyboard.press('x')
    await keyboard.press('j')
    await page.getByRole('heading', { name: 'Visitor Two' }).first().waitFor()
    await keyboard.press('x')
    await page.getByText('2 selected').waitFor()
    await page.getByRole('button', { name: 'Resolve', exact: true }).first().press('Enter')
    await page.getByText('2 conversations resolved').waitFor()
    const scope = { filter: 'resolved', agentId: null, limit: 10 } as const
    assert.lengthOf((await world.chat.inbox.list(world.tenantId, scope)).conversations, 2)
  })

  test('what a colleague labels comes and goes in a filtered list without a click', async ({
    browser,
    cleanup,
  }) => {
    const { world, label, agent, page } = await busy({ browser, cleanup })
    await page.goto(`${new URL('/chat', page.url()).href}?filter=open&label=${label.externalId}`)
    await agent.connection('live')
    const { conversation } = await world.chatting({ name: 'Newcomer' })
    const colleague = await world.agent('Bob Busy')
    await world.chat.conversations.triage.addLabel(conversation, label, colleague)
    await agent.rows.filter({ hasText: 'Newcomer' }).waitFor()
    await world.chat.conversations.triage.removeLabel(conversation, label, colleague)
    await agent.rows.filter({ hasText: 'Newcomer' }).waitFor({ state: 'detached' })
  })

  test('deleting asks first, and leads back to the list', async ({ browser, cleanup }) => {
    const { agent, page } = await busy({ browser, cleanup })
    await agent.openConversation('Visitor Four')
    await page.locator('[data-menu="more"] > summary').click()
    await page.getByText('Delete…').click()
    await page.getByRole('button', { name: /^Delete C/ }).click()
    await agent.rows.filter({ hasText: 'Visitor Four' }).waitFor({ state: 'detached' })
    await page.waitForURL(/\/chat\?filter=open$/)
  })

  test('works without any script', async ({ browser, cleanup }) => {
    const { page, label } = await busy({ browser, cleanup })
    const state = await page.context().storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
    cleanup(() => context.close())
    const plain = await context.newPage()
    await plain.goto(new URL('/chat', page.url()).href)
    // A notice is for one page: the next request of the session, whosever it is, takes it along
    await page.close()
    await plain.locator('[data-menu="filters"] > summary').click()
    await plain.getByLabel('Label', { exact: true }).selectOption(label.externalId)
    await plain.getByRole('button', { name: 'Show', exact: true }).click()
    await plain.waitForURL(/label=/)
    await plain.locator('.chat-row__check').nth(0).check({ force: true })
    await plain.locator('.chat-row__check').nth(1).check({ force: true })
    await plain.getByRole('button', { name: 'Resolve', exact: true }).click()
    await plain.getByText('2 conversations resolved').waitFor()
    await plain.locator('.chat-row').nth(1).waitFor({ state: 'detached' })
  })

  test('axe finds nothing wrong with any of it, light or dark', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { agent, page, label } = await busy({ browser, cleanup })
    await agent.openConversation('Visitor One')
    await agent.rows.nth(0).getByRole('checkbox').click()
    assert.deepEqual(await findingsLightAndDark(page), [], 'selected')
    await page.keyboard.press('f')
    assert.deepEqual(await findingsLightAndDark(page), [], 'filters')
    await page.keyboard.press('Escape')
    await page.getByText('Add label').click()
    await page.locator('[data-menu="more"] > summary').click()
    assert.deepEqual(await findingsLightAndDark(page), [], 'menus')
    for (const path of ['', `/${label.externalId}/edit`]) {
      await page.goto(new URL(`/settings/chat-labels${path}`, page.url()).href)
      assert.deepEqual(await findingsLightAndDark(page), [], `settings${path}`)
    }
  })
})
