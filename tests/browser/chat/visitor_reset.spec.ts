/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext, Page } from 'playwright'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { installedChromium, launchChromium } from '#tests/helpers/chromium'
import { startPlainWebsite } from '#tests/helpers/plain_website'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'
import { ownServer, WidgetClient } from '#tests/helpers/widget_client'

type Commands = (...call: unknown[]) => void

const command = (page: Page, ...call: unknown[]) =>
  page.evaluate((it) => (window as unknown as { CrmChat: Commands }).CrmChat(...it), call)

/** What the chat has put into both storages of the page's origin, without the key of the widget. */
const stored = (page: Page) =>
  page.evaluate(() =>
    [localStorage, sessionStorage]
      .flatMap((storage) => Object.keys(storage))
      .map((name) => name.replace(/^crmchat:\w+:/, ''))
  )

/** Settles when the page has forgotten everything: no frame, nothing stored, a launcher as at first. */
async function isFresh(page: Page) {
  await page.locator('crm-chat iframe').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Chat', expanded: false }).waitFor()
  await page.waitForFunction(() => !localStorage.length && !sessionStorage.length)
}

async function setUp(context: BrowserContext, cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create()
  const { website, visitor } = await visitorWhoWrote('My secret question', world, context, cleanup)
  const token = await visitor.page.evaluate(
    (key) => localStorage[`crmchat:${key}:token`],
    world.widget.publicKey
  )
  return { world, website, visitor, stolen: new WidgetClient(world.widget.publicKey, token) }
}

const conversationsOf = ({ tenantId }: ChatWorld) =>
  Conversation.query().where('tenant_id', tenantId).orderBy('id')

test.group('A computer that many use', () => {
  test('forgets its visitor in every tab: words, drafts, unread answers and the token', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, website, visitor, stolen } = await setUp(browserContext, cleanup)
    const second = await VisitorPage.visit(browserContext, `${website.url}/repairs`)
    await second.openChat()
    await second.shows(['My secret question'])
    await second.composer.fill('Half a thought')
    await visitor.frame.getByRole('button', { name: /sound/i }).click()
    for (const { launcher } of [visitor, second]) await launcher.click()
    const third = await VisitorPage.visit(browserContext, website.url)
    const [{ id }] = await conversationsOf(world)
    await world.reply(await Conversation.findOrFail(id), await world.agent(), 'Unread')
    await third.page.getByRole('button', { name: 'Chat, 1 unread' }).waitFor()

    await command(visitor.page, 'reset')
    for (const { page } of [visitor, second, third]) {
      await isFresh(page)
      assert.notMatch(await page.title(), /\(1\)/)
      assert.equal(await page.getByRole('status').textContent(), '')
    }
    assert.equal((await stolen.post('/session')).status, 401)

    await second.openChat()
    assert.equal(await second.composer.inputValue(), '')
    await second.write('Another person asks')
    await second.state('Sent')
    await second.shows(['Another person asks'])
    const [first, next] = await conversationsOf(world)
    assert.notEqual(first.visitorId, next.visitorId)
  })

  test('finds nothing written again by a tab that learns of it slowly', async ({
    browserContext,
    cleanup,
  }) => {
    const { website, visitor } = await setUp(browserContext, cleanup)
    await browserContext.addInitScript(() => {
      const add = window.addEventListener.bind(window)
      let turn = Promise.resolve()
      const late = (listener: (event: Event) => void) => (event: Event) => {
        turn = turn.then(() => new Promise((done) => setTimeout(done, 100)))
        void turn.then(() => listener(event))
      }
      window.addEventListener = (type: string, listener: any, options: any) =>
        add(type, type === 'storage' ? late(listener) : listener, options)
    })
    const slow = await VisitorPage.visit(browserContext, website.url)
    await slow.openChat()
    await slow.shows(['My secret question'])
    await command(visitor.page, 'reset')
    for (const { page } of [slow, visitor]) await isFresh(page)
  })

  test('takes no unsent message and no name over to the next visitor, and sends neither', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, visitor } = await setUp(browserContext, cleanup)
    await command(visitor.page, 'identify', { name: 'Vera', email: 'vera@example.com' })
    await browserContext.route('**/messages', (route) => route.abort())
    await visitor.write('Never to be sent')
    await visitor.state('Sending when you’re back online')
    await command(visitor.page, 'reset')
    await isFresh(visitor.page)
    await browserContext.unroute('**/messages')

    await visitor.openChat()
    await visitor.write('I am another person')
    await visitor.state('Sent')
    await visitor.shows(['I am another person'])
    const [, { visitorId }] = await conversationsOf(world)
    const next = await Visitor.findOrFail(visitorId)
    assert.deepEqual([next.name, next.email], [null, null])
  })

  test('forgets without the network, too, and the server hears of it on the next page', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website, visitor, stolen } = await setUp(browserContext, cleanup)
    const { page } = visitor
    await browserContext.route('**/forget/*', (route) => route.abort())
    await command(page, 'reset')
    await page.locator('crm-chat iframe').waitFor({ state: 'detached' })
    assert.deepEqual(await stored(page), ['end'])
    const kept = await page.evaluate(() => Object.values(localStorage))
    assert.notInclude(kept, stolen.token!)
    assert.equal((await stolen.with({ token: kept[0] }).post('/session')).status, 401)
    assert.equal((await stolen.post('/session')).status, 200)

    await browserContext.unroute('**/forget/*')
    await page.goto(`${website.url}/repairs`)
    await page.waitForFunction(() => !localStorage.length)
    assert.equal((await stolen.post('/session')).status, 401)
  })

  test('a visitor who writes before the server knows of the reset reports it first', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { visitor, stolen } = await setUp(browserContext, cleanup)
    await browserContext.route('**/forget/*', (route) => route.abort())
    await command(visitor.page, 'reset')
    await visitor.page.locator('crm-chat iframe').waitFor({ state: 'detached' })
    await visitor.openChat()
    await visitor.write('Next, please')
    await visitor.state('Sending when you’re back online')
    await browserContext.unroute('**/forget/*')
    await visitor.state('Sent')
    await visitor.shows(['Next, please'])
    assert.equal((await stolen.post('/session')).status, 401)
  })

  for (const [way, forget] of [
    ['reset', (page: Page) => command(page, 'reset')],
    [
      'a website that clears its storage',
      (page: Page) => page.evaluate(() => localStorage.clear()),
    ],
  ] as const) {
    test(`by ${way} it shows nothing when the browser brings a page back that was left before`, async ({
      assert,
      cleanup,
    }) => {
      const { visitor, url } = await onKeptPages(cleanup)
      const { page } = visitor
      await visitor.openChat()
      await visitor.write('My secret question')
      await visitor.state('Sent')
      // Playwright loses frames of pages that come back, so what they show is looked at
      const { x, y } = (await page.locator('crm-chat .panel').boundingBox())!
      const look = () => page.screenshot({ clip: { x: x + 60, y: y + 8, width: 120, height: 24 } })
      const title = await look()

      await page.evaluate(() => addEventListener('pageshow', () => (window.name = 'is back')))
      const goBack = async () => {
        await page.evaluate(() => {
          window.name = ''
          history.back()
        })
        await page.waitForFunction(() => window.name === 'is back')
      }
      await page.goto(`${url}/elsewhere`)
      await goBack()
      while (!title.equals(await look())) assert.equal(await page.locator('iframe').count(), 1)

      await page.goto(`${url}/goodbye`)
      await visitor.composer.waitFor()
      await forget(page)
      await goBack()
      await page.locator('crm-chat iframe').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Chat', expanded: false }).waitFor()
      assert.isFalse(title.equals(await look()))
    }).skip(!installedChromium(), 'Needs an installed Chromium: the one of npm keeps no pages')
  }
})

/** A visitor of a website whose pages a browser may keep as they are, unlike those of the demo website. */
async function onKeptPages(cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create()
  const loader = `${ownServer()}/p/chat/${world.widget.publicKey}.js`
  const website = await startPlainWebsite(`<script src="${loader}" async></script>`)
  const browser = await launchChromium({
    executablePath: installedChromium(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  cleanup(async () => {
    await browser.close()
    website.close()
  })
  const visitor = await VisitorPage.visit(await browser.newContext(), website.url)
  return { url: website.url, visitor }
}
