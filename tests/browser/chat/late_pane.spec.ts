import { test } from '@japa/runner'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** An agent's list with two visitors, whose conversations arrive when the test says so. */
async function scene({ browser, cleanup }: BrowserTools) {
  const world = await ChatWorld.create()
  const user = await world.user('manager')
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
  for (const name of ['Jane Doe', 'Ravi Kumar']) await world.chatting({ name })
  await agent.openInbox()
  await agent.connection('live')
  const { page } = agent
  const link = (name: string) => agent.rows.filter({ hasText: name }).getByRole('link')
  /** Begins to open a conversation, and returns what lets its answer through, or loses it. */
  const beginToOpen = async (name: string) => {
    const answer = Promise.withResolvers<'continue' | 'abort'>()
    await page.route('**/pane?*', async (route) => route[await answer.promise](), { times: 1 })
    const [request] = await Promise.all([page.waitForRequest('**/pane?*'), link(name).click()])
    return async (end: 'continue' | 'abort') => {
      answer.resolve(end)
      await request.response()
    }
  }
  return { agent, page, link, beginToOpen }
}

test.group('A conversation that takes its time to open', () => {
  test('leaves the keyboard where it was moved meanwhile, and has what was typed before', async (ctx) => {
    const { assert } = ctx
    const { agent, page, beginToOpen } = await scene(ctx)
    const search = page.getByRole('searchbox')
    const end = await beginToOpen('Jane Doe')
    await page.keyboard.type('Hello')
    await search.focus()
    await page.keyboard.type('ac')
    await end('continue')
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('.chat-foot textarea')?.value === 'Hello'
    )
    await page.keyboard.type('me')
    assert.equal(await search.inputValue(), 'acme')
    assert.equal(await agent.composer.inputValue(), 'Hello')
    await page.keyboard.press('Escape')
    assert.equal(await search.inputValue(), '')
  })

  test('letters are commands on another row, and the focus stays there', async (ctx) => {
    const { assert } = ctx
    const { agent, page, link, beginToOpen } = await scene(ctx)
    const end = await beginToOpen('Jane Doe')
    await link('Ravi Kumar').focus()
    await page.keyboard.press('x')
    assert.isTrue(await agent.rows.filter({ hasText: 'Ravi' }).getByRole('checkbox').isChecked())
    await end('continue')
    await page.getByRole('heading', { name: 'Jane Doe' }).first().waitFor()
    await page.keyboard.press('x')
    assert.isFalse(await agent.rows.filter({ hasText: 'Ravi' }).getByRole('checkbox').isChecked())
    assert.equal(await agent.composer.inputValue(), '')
  })

  test('what was typed for one that could not be opened is not in another’s composer', async (ctx) => {
    const { assert } = ctx
    const { agent, page, beginToOpen } = await scene(ctx)
    await agent.openConversation('Jane Doe')
    const end = await beginToOpen('Ravi Kumar')
    await page.keyboard.type('For Ravi')
    await end('abort')
    await page.locator('.chat-toast').waitFor()
    assert.equal(await agent.composer.inputValue(), '')
    assert.isFalse(await agent.composer.evaluate((field) => field === document.activeElement))
    const again = await beginToOpen('Ravi Kumar')
    await again('continue')
    await page.getByRole('heading', { name: 'Ravi Kumar' }).first().waitFor()
    await page.waitForFunction(() => document.activeElement?.matches('textarea'))
  })
})
