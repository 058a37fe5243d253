import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { settledStreams } from '#tests/helpers/visitor_stream'

/** What every page of the CRM asks for once, because none of it is on the page. */
const OF_EVERY_PAGE = ['/chat/agents/me', '/chat/events', '/chat/notifications', '/chat/unread']

/** What the page asks the chat for from now on, in the order of its names. */
function requestsOf(page: Page) {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/chat/')) asked.push(pathname)
  })
  return asked
}

/** An agent with an empty tab, and a visitor's conversation; the process knows what has changed lately. */
async function scene({ browser, cleanup }: BrowserTools) {
  await settledStreams(cleanup)
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const guest = await world.chatting({ name: 'Jane' })
  const path = `/chat/${guest.conversation.externalId}`
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
  return { world, guest, path, agent, asked: requestsOf(agent.page) }
}

/** Runs something after the page has been rendered and before any of its scripts. */
async function beforeScripts(page: Page, path: string, work: () => Promise<unknown>) {
  await page.route(
    `**${path}`,
    async (route) => {
      const response = await route.fetch()
      await work()
      await route.fulfill({ response })
    },
    { times: 1 }
  )
}

test.group('Opening the inbox', () => {
  test('asks for nothing that the page has, with a conversation and without', async (ctx) => {
    const { agent, path, asked } = await scene(ctx)
    await agent.visit('/chat')
    await agent.connection('live')
    await agent.hasStatus('online')
    await agent.visit(path)
    await agent.connection('live')
    await agent.hasStatus('online')
    await agent.page.waitForLoadState('load')
    const own = asked.filter((each) => each !== path)
    ctx.assert.deepEqual(own.sort(), [...OF_EVERY_PAGE, ...OF_EVERY_PAGE].sort())
  })

  test('shows what was written after the page was rendered and before its stream opened', async (ctx) => {
    const { world, guest, agent, path, asked } = await scene(ctx)
    await beforeScripts(agent.page, path, async () => {
      await world.start(guest, 'Is anyone there?')
      await world.chatting({ name: 'Newcomer' })
    })
    await agent.visit(path)
    await agent.connection('live')
    await agent.shows(['Hello', 'Is anyone there?'])
    await agent.rows.filter({ hasText: 'Newcomer' }).waitFor()
    await agent.rows.filter({ hasText: 'Is anyone there?' }).waitFor()
    ctx.assert.notInclude(asked, '/chat/list')
  })

  test('shows a heartbeat later what leaves no message and changed before its stream opened', async (ctx) => {
    const { world, guest, agent, path } = await scene(ctx)
    await beforeScripts(agent.page, path, () =>
      world.chat.visitors.identify(guest.visitor, { name: 'Jane Doe' })
    )
    await agent.visit(path)
    await agent.rows.filter({ hasText: 'Jane Doe' }).waitFor()
  })

  test('asks for all of it when the page was rendered before the process knew what is new', async (ctx) => {
    const { world, guest, agent, path, asked } = await scene(ctx)
    await agent.page.route(`**${path}`, async (route) => {
      const response = await route.fetch()
      await world.start(guest, 'Is anyone there?')
      const body = (await response.text()).replace(/data-mark="\d+"/, 'data-mark=""')
      await route.fulfill({ response, body })
    })
    await agent.visit(path)
    await agent.shows(['Hello', 'Is anyone there?'])
    await agent.connection('live')
    ctx.assert.include(asked, '/chat/list')
  })
})
