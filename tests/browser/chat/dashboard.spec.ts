import { test } from '@japa/runner'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('The dashboard in a browser', () => {
  test('draws its charts from the numbers, and stays accessible', async ({
    assert,
    browserContext,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const agent = await world.agent('Anna', user)
    const { conversation } = await world.chatting({ name: 'Jane' })
    await world.reply(conversation, agent)

    const reader = await AgentPage.logIn(browserContext, user.email)
    const { page } = reader
    const refused: string[] = []
    page.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) refused.push(line.text())
    })
    await reader.visit('/chat/dashboard?period=7d')

    await page.locator('.uplot canvas').first().waitFor()
    assert.equal(await page.locator('.uplot canvas').count(), 2)
    const legend = page.locator('.u-legend').first()
    assert.notInclude(await legend.innerText(), '–', 'the newest day, while nothing is pointed at')
    await page
      .locator('.uplot .u-over')
      .first()
      .hover({ position: { x: 5, y: 20 } })
    await page.mouse.move(0, 0)
    assert.match(await legend.innerText(), /Started\s*1/)
    const numbers = page.locator('.chat-figure__numbers').first()
    assert.isNull(await numbers.getAttribute('open'))
    await numbers.locator('summary').press('Enter')
    assert.equal(await numbers.locator('tbody tr').last().locator('td').first().innerText(), '1')
    assert.deepEqual(refused, [])

    assert.deepEqual(await findings(page, { within: '.chat-dashboard' }), [])
  })

  test('a script that does not come leaves the numbers in sight', async ({ browser, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    await world.chatting()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const reader = await AgentPage.logIn(context, user.email)
    const { page } = reader
    await reader.visit('/chat/dashboard')
    assert.isTrue(await page.locator('.chat-numbers tbody tr').last().isVisible())
    assert.isFalse(await page.locator('[data-plot]').first().isVisible())
    await context.close()
  })
})
