import { test } from '@japa/runner'
import { findingsLightAndDark } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer } from '#tests/helpers/widget_client'

/** The API is described in groups; from the third on they show nothing new. */
const ALIKE = '.chat-api__group ~ .chat-api__group ~ .chat-api__group'

test.group('The pages of a user who manages the chat', () => {
  test('axe finds nothing wrong with them, light or dark', async ({ assert, browser, cleanup }) => {
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
      '/chat/notifications/settings',
      '/settings/chat-labels',
      '/settings/chat-widgets',
    ]
    const { page } = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
    for (const path of paths) {
      await page.goto(`${ownServer()}${path}`)
      const found = await findingsLightAndDark(page, { except: ALIKE })
      assert.deepEqual(found, [], path)
    }
  })
})
