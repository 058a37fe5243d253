import { test } from '@japa/runner'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer } from '#tests/helpers/widget_client'

/** The API is described in groups; from the third on they show nothing new. */
const ALIKE = '.chat-api__group ~ .chat-api__group ~ .chat-api__group'

test.group('The pages of a user who manages the chat', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong with them, ${colorScheme}`, async ({
      assert,
      browser,
      cleanup,
    }) => {
      const world = await ChatWorld.create()
      const user = await world.user('manager')
      const { externalId } = await world.chat.agents.roster.add(world.tenantId, String(user.id), {
        maxConcurrentChats: 3,
        departmentIds: [],
        widgetIds: [],
      })
      await world.chat.labels.named(world.tenantId, 'Refund')
      const paths = [
        '/chat/agents',
        `/chat/agents/${externalId}/edit`,
        '/chat/api',
        '/settings/chat-labels',
        '/settings/chat-widgets',
      ]
      const { page } = await AgentPage.inNewBrowser({ browser, cleanup }, user.email, {
        colorScheme,
      })
      for (const path of paths) {
        await page.goto(`${ownServer()}${path}`)
        const found = await findings(page, { except: ALIKE })
        assert.deepEqual(found, [], path)
      }
    })
  }
})
