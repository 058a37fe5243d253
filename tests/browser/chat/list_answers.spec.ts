import { test } from '@japa/runner'
import type { Page, Route } from 'playwright'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** An agent's list with two unread conversations, and what it asks for of single rows from now on. */
async function scene({ browser, cleanup }: BrowserTools) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const { conversation } = await world.chatting({ name: 'Jane' })
  const { conversation: other } = await world.chatting({ name: 'Other' })
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
  await agent.openInbox()
  await agent.connection('live')
  const { page } = agent
  const unread = agent.rows.filter({ hasText: 'Jane' }).locator('.chat-unread')
  await unread.waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/chat/rows') asked.push(...searchParams.get('ids')!.split(','))
  })
  /** Reads Jane's conversation, and settles when the row shows it. */
  const read = async () => {
    await world.chat.messages.reads.byAgent(conversation, 1)
    await unread.waitFor({ state: 'detached' })
  }
  /** Has the server asked for another row, and settles when it is shown. */
  const changeOther = async () => {
    const label = await world.chat.labels.create(world.tenantId, { name: 'VIP', color: '#336699' })
    await world.chat.conversations.triage.addLabel(other, label, await world.agent('Bob Busy'))
    await agent.rows.filter({ hasText: 'VIP' }).waitFor()
  }
  return {
    agent,
    page,
    ids: [conversation, other].map((each) => each.externalId),
    asked,
    unread,
    read,
    changeOther,
  }
}

/** The page asks for the whole list: the steps run before and after the answer is made, which arrives then. */
async function duringList(page: Page, before: () => Promise<void>, after: () => Promise<void>) {
  const sent = Promise.withResolvers<void>()
  const answer = async (route: Route) => {
    await before()
    const response = await route.fetch()
    await after()
    await route.fulfill({ response })
  }
  await page.route('**/chat/list?*', (route) => answer(route).then(sent.resolve, sent.reject), {
    times: 1,
  })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await sent.promise
}

test.group('An answer about the list that is under way', () => {
  test('was made after a conversation was read: its row stays, and costs no request', async (ctx) => {
    const { page, ids, asked, unread, read, changeOther } = await scene(ctx)
    await duringList(page, read, async () => {})
    await changeOther()
    ctx.assert.deepEqual(asked, [ids[1]])
    ctx.assert.equal(await unread.count(), 0)
  })

  test('was made before a conversation was read: its row is asked for once more', async (ctx) => {
    const { page, ids, asked, unread, read } = await scene(ctx)
    const again = page.waitForResponse('**/chat/rows?*')
    await duringList(page, async () => {}, read)
    await again
    await unread.waitFor({ state: 'detached' })
    ctx.assert.deepEqual(asked, [ids[0]])
  })

  test('was made before a conversation was opened: its row is still the chosen one', async (ctx) => {
    const { agent, page, read } = await scene(ctx)
    const opened = agent.rows.filter({ hasText: 'Jane' }).locator('[aria-current]')
    const open = async () => {
      await agent.openConversation('Jane')
      await opened.waitFor()
      await read()
    }
    // The older answer is drawn as the next one is asked for
    const drawn = Promise.withResolvers<number>()
    await page.route(
      '**/chat/rows?*',
      async (route) => {
        await opened.count().then(drawn.resolve, drawn.reject)
        await route.continue()
      },
      { times: 1 }
    )
    await duringList(page, async () => {}, open)
    ctx.assert.equal(await drawn.promise, 1)
  })
})
