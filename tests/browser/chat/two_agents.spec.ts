import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Browser } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** Anna and Bob, each with the same conversation on the screen. */
async function atOneDesk({
  browser,
  cleanup,
}: {
  browser: Browser
  cleanup: TestContext['cleanup']
}) {
  const world = await ChatWorld.create()
  await world.chatting({ name: 'Jane Doe' })
  const open = async (name: string) => {
    const user = await world.user('manager', name)
    const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
    await agent.openInbox()
    await agent.connection('live')
    await agent.openConversation('Jane Doe')
    return agent
  }
  const [anna, bob] = [await open('Anna Agent'), await open('Bob Busy')]

  /** Holds back what Bob's browser sends there until something has happened. */
  const slowed = async (action: string, until: () => Promise<void>) => {
    await bob.page.route(`**/${action}?*`, async (route) => {
      await until()
      await route.continue()
    })
  }
  return { world, anna, bob, slowed }
}

const toast = ({ page }: AgentPage, text: string) => page.locator('.chat-toast', { hasText: text })
const assignee = ({ page }: AgentPage) => page.locator('.chat-head__assignee').first()
const assignMenu = ({ page }: AgentPage) => page.locator('[data-menu="assign"] > summary')

test.group('Two agents at one conversation', () => {
  test('the second agent to take it sees who has it', async ({ browser, cleanup }) => {
    const { anna, bob } = await atOneDesk({ browser, cleanup })
    await assignMenu(bob).click()
    await assignMenu(anna).click()
    await anna.page.getByRole('option', { name: 'Assign to me' }).click()
    await assignee(anna).getByText('You').waitFor()

    await bob.page.getByRole('option', { name: 'Assign to me' }).click()
    await toast(bob, 'This conversation is now assigned to Anna Agent').waitFor()
    await assignee(bob).getByText('Anna Agent').waitFor()
    await bob.rows.getByText('assigned to Anna Agent').waitFor({ state: 'attached' })
    await assignee(anna).getByText('You').waitFor()
  })

  test('the second agent to resolve it sees that it is resolved, and can reopen it', async ({
    browser,
    cleanup,
  }) => {
    const { anna, bob, slowed } = await atOneDesk({ browser, cleanup })
    await slowed('resolve', async () => {
      await anna.page.getByRole('button', { name: 'Resolve', exact: true }).click()
      await anna.page.getByRole('button', { name: 'Reopen to reply' }).waitFor()
    })
    await bob.page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await toast(bob, 'This conversation is already resolved').waitFor()
    await bob.page.getByRole('button', { name: 'Reopen to reply' }).waitFor()
    await bob.thread.getByText('Anna Agent resolved this conversation').waitFor()
  })

  test('the second agent to transfer it is refused, and the thread shows nothing of it', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, anna, bob } = await atOneDesk({ browser, cleanup })
    await world.user('manager', 'Carol Calm')
    await bob.page.reload()
    await bob.connection('live')
    await assignMenu(bob).click()
    await anna.transferTo('Bob Busy', 'Yours, Bob')
    await bob.page.locator('.chat-agent-toast').waitFor({ state: 'detached' })
    await bob.shows(['Hello', 'Yours, Bob'])

    const form = bob.page.locator('.chat-transfer')
    const option = form.locator('option', { hasText: 'Carol Calm' })
    await form.getByLabel('Transfer to').selectOption(await option.innerText())
    await form.getByLabel('Note for your team').fill('Carol knows')
    await form.getByRole('button', { name: 'Transfer' }).click()
    await toast(bob, 'This conversation is now assigned to Bob Busy').waitFor()
    await assignee(bob).getByText('You').waitFor()
    await bob.shows(['Hello', 'Yours, Bob'])
    assert.equal(await bob.page.getByText('Carol knows').count(), 0)
  })

  test('what one deletes goes from under the other’s hands', async ({ browser, cleanup }) => {
    const { world, anna, bob, slowed } = await atOneDesk({ browser, cleanup })
    const conversation = await world.onlyConversation()
    await slowed('priority', async () => {
      // Shown for a few seconds, which what Bob sees may take longer than
      const said = anna.page.getByText('This conversation was deleted').waitFor()
      await world.chat.conversations.removal.remove(conversation, await world.agent('Lead'))
      await Promise.all([said, anna.rows.first().waitFor({ state: 'detached' })])
    })
    await bob.page.locator('[data-menu="priority"] > summary').click()
    await bob.page.getByRole('button', { name: 'Urgent' }).first().click()
    await bob.page.locator('.chat-toast').first().waitFor()
    await bob.rows.first().waitFor({ state: 'detached' })
    await bob.page.locator('[data-pane]').waitFor({ state: 'detached' })
    await bob.page.getByRole('heading', { name: 'Choose a conversation' }).waitFor()
  })
})
