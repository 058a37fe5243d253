import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { startPlainWebsite } from '#tests/helpers/plain_website'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { ownServer } from '#tests/helpers/widget_client'

test.group('A page with the lines of two widgets', () => {
  test('has the first one, and the second says so', async ({ assert, browser, cleanup }) => {
    const worlds = [await ChatWorld.create(), await ChatWorld.create()]
    const keys = worlds.map(({ widget }) => widget.publicKey)
    const lines = keys.map((key) => `<script src="${ownServer()}/p/chat/${key}.js" defer></script>`)
    const website = await startPlainWebsite(lines.join(''))
    cleanup(() => website.close())
    const context = await browser.newContext()
    cleanup(() => context.close())
    const warned = context.waitForEvent('console', (message) => message.type() === 'warning')
    const visitor = await VisitorPage.visit(context, website.url)

    assert.equal((await warned).text(), 'CrmChat twice')
    assert.equal(await visitor.page.locator('crm-chat').count(), 1)
    await visitor.openChat()
    const frame = await visitor.page.locator('crm-chat iframe').getAttribute('src')
    assert.include(frame!, keys[0])
  })
})
