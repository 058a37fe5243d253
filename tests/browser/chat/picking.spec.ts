/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** An agent at an open conversation, with two teammates, one of them serving, and three labels. */
async function atWork({ browser, cleanup }: BrowserTools) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  await world.user('manager', 'Carol Calm')
  const bob = await world.user('manager', 'Bob Busy')
  const settings = { maxConcurrentChats: 5, departmentIds: [], widgetIds: [] }
  const mate = await world.chat.agents.roster.add(world.tenantId, String(bob.id), settings)
  for (const name of ['Billing', 'Delivery', 'Warranty']) {
    await world.chat.labels.create(world.tenantId, { name, color: '#dc2626' })
  }
  const { conversation } = await world.chatting({ name: 'Vera Visitor' })
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
  await agent.visit(`/chat/${conversation.externalId}`)
  await agent.connection('live')
  // Letters are commands in the list
  await agent.rows.first().getByRole('link').focus()
  const { page } = agent
  const marked = (text: string | RegExp) =>
    page.locator('[role=option][aria-selected=true]', { hasText: text })
  return { world, mate, conversation, agent, page, marked }
}

test.group('Assigning and labelling by typing', () => {
  test('a key opens the menu, letters find the one, and Enter takes it', async (ctx) => {
    const { assert } = ctx
    const { world, conversation, agent, page, marked } = await atWork(ctx)
    const assign = page.getByRole('combobox', { name: 'Assign to' })
    const options = page.locator('[data-menu="assign"] [role=option]:visible')

    await page.keyboard.press('a')
    await marked('Assign to me').waitFor()
    await page.keyboard.press('ArrowDown')
    await marked('Bob Busy').waitFor()
    await page.keyboard.type('zz')
    await page.getByText('No matches').waitFor()
    await assign.fill('calm')
    await marked('Carol Calm').waitFor()
    assert.equal(await options.count(), 1)
    assert.deepEqual(await findings(page), [])
    // The menu is opened again before the browser reports that it was closed
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('a')])
    await marked('Assign to me').waitFor()
    assert.equal(await assign.inputValue(), '')
    await page.keyboard.type('busy')
    await marked('Bob Busy').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Anna Agent assigned this conversation to Bob Busy').first().waitFor()

    await agent.rows.first().getByRole('link').focus()
    await page.keyboard.press('l')
    await marked('Billing').waitFor()
    await page.keyboard.type('warr')
    await marked('Warranty').waitFor()
    assert.deepEqual(await findings(page), [])
    await page.keyboard.press('Enter')
    await page.getByText('Anna Agent added the label Warranty').first().waitFor()
    assert.isNotNull((await world.stored(conversation)).agentId)
  })

  test('an open menu shows who is there now and what they have to do', async (ctx) => {
    const { world, mate, page, marked } = await atWork(ctx)
    const bob = page.getByRole('option', { name: /Bob Busy/ })
    const says = (text: string | RegExp) => bob.filter({ hasText: text }).waitFor({ timeout: 5000 })

    await page.keyboard.press('a')
    await says(/Offline\s*0\/5/)
    // Who arrives gets what waits
    await world.chat.agents.presence.arrive(mate)
    await says(/Online\s*1\/5/)
    await world.chat.conversations.assign((await world.chatting()).conversation, mate, mate)
    await says(/Online\s*2\/5/)
    await world.chat.agents.presence.choose(await mate.refresh(), 'away')
    await says('Away')
    await page.keyboard.type('carol')
    await marked('Carol Calm').waitFor()
  })

  test('the menu of selected conversations shows who is there and what they have, as it is now', async (ctx) => {
    const { assert } = ctx
    const { world, mate, conversation, page } = await atWork(ctx)
    await page.locator('.chat-row__check').check()
    const menu = page.locator('[data-menu="bulk"]')
    await menu.locator('summary').click()
    const bob = menu.getByRole('button', { name: 'Bob Busy' })
    const says = (text: string) => bob.filter({ hasText: text }).waitFor()
    await says('Offline 0/5')
    await menu.getByRole('button', { name: 'Carol Calm' }).filter({ hasText: 'Offline' }).waitFor()
    assert.deepEqual(await findings(page), [])
    await world.chat.agents.presence.arrive(mate)
    await says('Online')
    await world.chat.conversations.assign((await world.chatting()).conversation, mate, mate)
    await says('1/5')
    await bob.click()
    const row = page.locator('.chat-row', { hasText: 'Vera Visitor' })
    await row.locator('.chat-initials[title="Bob Busy"]').waitFor()
    assert.equal((await world.stored(conversation)).agentId, mate.id)
  })
})
