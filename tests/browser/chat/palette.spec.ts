/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Role } from '#crm/auth/permissions'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

async function atWork({ browser, cleanup }: TestContext, role: Role = 'manager') {
  const world = await ChatWorld.create()
  const user = await world.user(role, 'Anna Agent')
  await world.agent('Bob Busy')
  await world.chat.labels.create(world.tenantId, { name: 'Warranty', color: '#dc2626' })
  const guest = await world.chatting({ name: 'Vera Visitor' })
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
  await agent.openInbox()
  await agent.connection('live')
  const { page } = agent
  const dialog = page.getByRole('dialog', { name: 'Commands' })
  /** Opens the palette, types, and takes what is marked. */
  async function take(typed: string, option: string) {
    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill(typed)
    await dialog.locator('[aria-selected=true]', { hasText: option }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
  }
  return { world, guest, agent, page, dialog, take }
}

test.group('The palette of commands', () => {
  test('finds a conversation, and does with it what its state allows', async (ctx) => {
    const { assert } = ctx
    const { world, guest, agent, page, dialog, take } = await atWork(ctx)
    const { displayNumber } = guest.conversation
    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill(displayNumber)
    await dialog.getByRole('option', { name: /Vera Visitor/ }).click()
    await agent.thread.waitFor()

    await agent.composer.fill('half a sentence')
    await page.keyboard.press('Control+k')
    assert.deepEqual(await findings(page), [])
    await page.keyboard.press('Escape')
    assert.isTrue(await agent.composer.evaluate((field) => field === document.activeElement))
    assert.equal(await agent.composer.inputValue(), 'half a sentence')

    await take('bob ass', 'Assign › Bob Busy')
    await page.getByText('Anna Agent assigned this conversation to Bob Busy').first().waitFor()
    await take('warr', 'Add label › Warranty')
    await page.getByText('Anna Agent added the label Warranty').first().waitFor()
    await take('urgent', 'Set priority › Urgent')
    await page.locator('.chat-head .chat-badge--urgent').waitFor()
    await take('subj', 'Set subject')
    await page.keyboard.type('A broken lamp')
    await page.keyboard.press('Enter')
    await agent.context.getByText('A broken lamp').waitFor()
    await page.keyboard.press('Escape')
    await take('snooze in 1', 'Snooze until › In 1 hour')
    await page.locator('.chat-head[data-status=snoozed]').waitFor()
    await take('resol', 'Resolve')
    await page.locator('.chat-head[data-status=resolved]').waitFor()
    assert.equal((await world.stored(guest.conversation)).priority, 'urgent')

    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill('reop')
    await dialog.getByRole('option', { name: 'Reopen' }).waitFor()
    assert.equal(await dialog.getByRole('option', { name: 'Resolve', exact: true }).count(), 0)
  })

  test('creates a ticket once, which the card then links', async (ctx) => {
    const { agent, dialog, page, take } = await atWork(ctx)
    await agent.openConversation('Vera Visitor')
    await take('tick', 'Create ticket')
    await page.keyboard.type('Refund of order 1042')
    await page.keyboard.press('Enter')
    const ticket = agent.context.getByRole('link', { name: 'T-1001' })
    await ticket.waitFor()
    await agent.thread.getByText('Anna Agent created ticket T-1001').waitFor()
    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill('create tick')
    await dialog.getByText('No matches').waitFor()
    await page.keyboard.press('Escape')
    await ticket.click()
    await page.getByRole('heading', { name: 'Refund of order 1042' }).waitFor()
    await page.getByRole('link', { name: /C1001/ }).waitFor()
  })

  test('asks in two steps by keyboard alone, and goes back one by Escape', async (ctx) => {
    const { assert } = ctx
    const { page, dialog, agent } = await atWork(ctx)
    const marked = (text: string) => dialog.locator('[aria-selected=true]', { hasText: text })
    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill('set my')
    await page.keyboard.press('Enter')
    await dialog.getByText('Set my status…').waitFor()
    await marked('Online').waitFor()
    await page.keyboard.press('ArrowDown')
    await marked('Away').waitFor()
    await page.keyboard.press('Enter')
    await agent.hasStatus('away')

    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill('show')
    await page.keyboard.press('Enter')
    await marked('Open').waitFor()
    await page.keyboard.press('Escape')
    await marked('Search').waitFor({ state: 'hidden' })
    await dialog.getByRole('combobox').fill('show mine')
    await marked('Show › Mine').waitFor()
    // The key is typed before the browser has drawn the page without the palette
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('?')])
    await page.waitForURL(/filter=mine/)
    await page.getByText('Find a command or conversation from anywhere').waitFor()
    const keys = await page.locator('.chat-help kbd').allTextContents()
    for (const key of ['z', 's', 'E']) assert.include(keys, key)
  })

  test('offers nothing that one may not do', async (ctx) => {
    const { assert } = ctx
    const { page, dialog, agent } = await atWork(ctx, 'employee')
    await agent.openConversation('Vera Visitor')
    await page.keyboard.press('Control+k')
    await dialog.getByRole('combobox').fill('go to')
    await dialog.getByRole('option', { name: 'Go to › Chat dashboard' }).waitFor()
    assert.equal(await dialog.getByRole('option', { name: /webhooks|Agents/i }).count(), 0)
    await dialog.getByRole('combobox').fill('delete')
    assert.equal(await dialog.getByRole('option', { name: 'Delete…' }).count(), 0)
  })
})
