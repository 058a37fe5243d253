/// <reference lib="dom" />
import { test } from '@japa/runner'
import { setUp } from '#tests/helpers/pseudo_screens'

test.group('Every text of the inbox comes from the catalogue', () => {
  test('in the inbox', async (ctx) => {
    const { agent, page, screens, conversation } = await setUp(ctx)
    await agent.visit('/chat')
    await agent.connection('live')
    await screens.look('inbox', page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await screens.look('palette', page)
    await page.keyboard.press('Escape')
    await agent.visit(`/chat/${conversation.externalId}`)
    await agent.connection('live')
    await screens.look('conversation', page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await screens.look('palette of a conversation', page)
    await page.keyboard.press('Escape')
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)

  test('in lists of the inbox, its search, help and bulk bar', async (ctx) => {
    const { agent, page, screens } = await setUp(ctx)
    for (const filter of ['pending', 'active', 'waiting', 'snoozed', 'resolved', 'archived']) {
      await agent.visit(`/chat?filter=${filter}`)
      await screens.look(filter, page)
    }
    await agent.visit('/chat')
    await agent.connection('live')
    const search = page.getByRole('searchbox')
    const status = page.getByRole('status').filter({ hasText: '⟦' })
    await search.fill('Μάριος')
    await page.locator('.chat-row mark').first().waitFor()
    await screens.look('found', page)
    await search.fill('Ψψψψψ')
    await page.locator('.chat-empty').waitFor()
    await status.first().waitFor()
    await screens.look('nothing found', page)
    await search.press('Escape')
    await agent.rows.first().locator('mark').waitFor({ state: 'detached' })

    await agent.rows.first().getByRole('link').focus()
    await page.keyboard.press('?')
    await page.locator('.chat-help dd').first().waitFor()
    await screens.look('help', page)
    await page.keyboard.press('Escape')

    await agent.rows.first().getByRole('checkbox').check()
    await page.locator('.chat-bulk__count', { hasText: '1' }).waitFor()
    await screens.look('bulk bar', page)
    await page.locator('.chat-bulk button[formaction*="/resolve"]').click()
    await page.locator('.chat-toast').waitFor()
    await screens.look('resolved', page)
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)
})
