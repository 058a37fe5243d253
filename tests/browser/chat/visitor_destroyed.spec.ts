/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext, Page } from 'playwright'
import Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { countTraces, tracesOf } from '#tests/helpers/page_traces'
import { startPlainWebsite } from '#tests/helpers/plain_website'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { ownServer } from '#tests/helpers/widget_client'

/** A page of a website that gets the loader when the test says so, and the state it is in before. */
async function setUp(context: BrowserContext, cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create()
  const loader = `${ownServer()}/p/chat/${world.widget.publicKey}.js`
  await countTraces(context, '/p/chat/')
  const website = await startPlainWebsite()
  cleanup(() => website.close())
  const page = await context.newPage()
  await page.goto(website.url)
  const include = () => page.addScriptTag({ url: loader })
  return { world, page, include, before: await tracesOf(page) }
}

/** Takes the chat away; the tag that a page included it by is the page's own. */
const destroy = (page: Page) =>
  page.evaluate(() => {
    for (const script of document.querySelectorAll('script')) script.remove()
    const it = window as unknown as { CrmChat: { destroy(): void } }
    it.CrmChat.destroy()
  })

test.group('A chat that is taken away', () => {
  test('leaves nothing the moment it was included', async ({ assert, browserContext, cleanup }) => {
    const { world, page, include, before } = await setUp(browserContext, cleanup)
    await include()
    await destroy(page)
    assert.deepEqual(await tracesOf(page), before)

    await page.evaluate(
      (key) => (localStorage[`crmchat:${key}:muted`] = '1'),
      world.widget.publicKey
    )
    await include()
    assert.equal((await tracesOf(page)).timers, 1)
    await destroy(page)
    assert.deepEqual(await tracesOf(page), before)
  })

  test('leaves nothing while its frame is on its way, and no frame comes', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, page, include, before } = await setUp(browserContext, cleanup)
    await browserContext.route(`**/p/chat/${world.widget.publicKey}`, () => {})
    await include()
    await page.locator('crm-chat .launcher').click()
    assert.equal((await tracesOf(page)).timers, 1)
    await destroy(page)
    assert.deepEqual(await tracesOf(page), before)
  })

  test('leaves nothing of a visitor who has talked, is open, and is expected on the next page', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, page, include, before } = await setUp(browserContext, cleanup)
    await include()
    const visitor = VisitorPage.on(page)
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.state('Sent')
    assert.notDeepEqual((await tracesOf(page)).stored, [])
    await destroy(page)
    assert.deepEqual(await tracesOf(page), before)

    await include()
    await visitor.openChat()
    await visitor.write('Hello again')
    await visitor.state('Sent')
    await visitor.shows(['Hello again'])
    await visitor.launcher.click()
    const [, second] = await Conversation.query().where('tenant_id', world.tenantId).orderBy('id')
    await world.reply(second, await world.agent(), 'Hi')
    await page.waitForFunction(() => document.title === '(1) Shop')

    await page.reload()
    await include()
    await page.waitForFunction(() => document.title === '(1) Shop')
    await destroy(page)
    assert.deepEqual(await tracesOf(page), before)
  })

  test('does nothing more for those who still hold on to it', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, include, before } = await setUp(browserContext, cleanup)
    await include()
    await page.evaluate(() => {
      const it = window as unknown as { CrmChat: Record<string, (...all: unknown[]) => void> }
      const held = it.CrmChat
      for (const script of document.querySelectorAll('script')) script.remove()
      held.destroy()
      held.open()
      held.toggle()
      held.identify({ name: 'Vera' })
      held.reset()
      held.destroy()
    })
    assert.deepEqual(await tracesOf(page), before)
  })
})
