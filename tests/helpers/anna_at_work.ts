import type { BrowserContextOptions } from 'playwright'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** A world with Anna, an agent who is logged in in a browser of her own. */
export async function annaAtWork(tools: BrowserTools, options: BrowserContextOptions = {}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const agent = await AgentPage.inNewBrowser(tools, user.email, options)
  return { world, agent }
}
