import type { TestContext } from '@japa/runner/core'
import type { Browser, BrowserContextOptions } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** What a test in a browser brings along. */
type Tools = { browser: Browser; cleanup: TestContext['cleanup'] }

/** A world with Anna, an agent who is logged in in a browser of her own. */
export async function annaAtWork({ browser, cleanup }: Tools, options: BrowserContextOptions = {}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const context = await browser.newContext(options)
  cleanup(() => context.close())
  const agent = await AgentPage.logIn(context, user.email)
  return { world, agent }
}
