/// <reference lib="dom" />
import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { addLate, withHostAlpine } from '#tests/helpers/host_alpine'

test.group('A host’s own Alpine', () => {
  for (const order of ['before', 'after'] as const) {
    test(`is on the inbox’s page, started ${order} the module’s`, async ({
      assert,
      browser,
      cleanup,
    }) => {
      const world = await ChatWorld.create()
      const user = await world.user('manager', 'Anna Agent')
      await world.agent('Anna Agent', user)
      const { conversation } = await world.chatting({ name: 'Jane' })
      const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
      const { page } = agent
      const complaints: string[] = []
      page.on('pageerror', ({ message }) => complaints.push(message))
      page.on('console', (line) => {
        if (/alpine/i.test(line.text())) complaints.push(line.text())
      })
      await withHostAlpine(page, order)
      await agent.visit(`/chat/${conversation.externalId}`)
      await agent.connection('live')

      await addLate(page)
      for (const [id, clicks] of Object.entries({ early: 1, late: 2 })) {
        const button = page.locator(`#${id} button`)
        await button.getByText('0').waitFor()
        await button.click()
        await button.getByText('1').waitFor()
        assert.equal(await page.evaluate(() => window.Alpine.$data(document.body).clicks), clicks)
      }

      await page.locator('[data-menu="assign"] > summary').click()
      const search = page.getByRole('combobox', { name: 'Assign to' })
      await search.fill('no such agent')
      await page.getByText('No matches').waitFor()
      await page.keyboard.press('Escape')
      await agent.reply('Said once')
      await agent.shows(['Hello', 'Said once'])

      const found = await page.evaluate(() => {
        const marks = (selector: string, mark: string) =>
          [...document.querySelectorAll(selector)].filter((element) => mark in element).length
        return {
          host: window.host,
          isHosts: window.Alpine.prefixed('data'),
          ofHostIn: marks('.chat-inbox, .chat-inbox *', '_x_dataStack'),
          ofModuleOut: marks('body, #early, #late, #early *, #late *', '_chat_dataStack'),
          ofModuleIn: marks('.chat-inbox, .chat-inbox *', '_chat_dataStack') > 0,
        }
      })
      assert.deepEqual(found, {
        host: { inits: ['early', 'late'], rooms: 1 },
        isHosts: 'x-data',
        ofHostIn: 0,
        ofModuleOut: 0,
        ofModuleIn: true,
      })
      assert.deepEqual(complaints, [])
    })
  }
})

declare global {
  interface Window {
    Alpine: { prefixed(name: string): string; $data(element: Element): { clicks: number } }
    host: { inits: string[]; rooms: number }
  }
}
