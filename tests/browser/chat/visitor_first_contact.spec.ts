/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import Visitor from '#chat/models/visitor'
import { findings } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { ownServer } from '#tests/helpers/widget_client'

/** Notes what the page's Content-Security-Policy refuses, in the page and in its frames. */
async function watchViolations(context: BrowserContext) {
  const refused: string[] = []
  await context.exposeFunction('noteViolation', (what: string) => refused.push(what))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as any).noteViolation(`${violatedDirective} ${blockedURI}`)
    )
  })
  return refused
}

test.group('A visitor meets the widget', () => {
  test('the page pays one request, and nothing is stored or made, before the visitor acts', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const refused = await watchViolations(browserContext)
    const requests: string[] = []
    browserContext.on('request', (request) => {
      if (request.url().startsWith(ownServer())) requests.push(request.url())
    })

    const { page } = await VisitorPage.visit(browserContext, website.url)
    await page.waitForLoadState('networkidle')

    assert.deepEqual(requests, [`${ownServer()}/p/chat/${world.widget.publicKey}.js`])
    assert.equal(await page.evaluate(() => localStorage.length), 0)
    assert.lengthOf(await browserContext.cookies(), 0)
    assert.lengthOf(await Visitor.query().where('widget_id', world.widget.id), 0)
    assert.deepEqual(refused, [])
  })

  test('under a strict policy a visitor writes first, is asked who they are, and loses nothing', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ contactRequired: true })
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const refused = await watchViolations(browserContext)

    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    assert.isFalse(await visitor.frame.getByLabel('Name').isVisible())
    await visitor.write('Is the city bike in stock? <b>really</b> javascript:alert(1)')
    await visitor.state('Not sent yet. We need your details first')
    await visitor.composer.waitFor({ state: 'hidden' })

    await visitor.frame.getByLabel('Name').fill('Jane Doe')
    await visitor.frame.getByLabel('Email').fill('not an address')
    await visitor.frame.getByRole('button', { name: 'Continue' }).click()
    await visitor.frame.getByText('Please enter a valid email address.').waitFor()

    await visitor.frame.getByLabel('Email').fill('jane@shop.example')
    await visitor.frame.getByRole('button', { name: 'Continue' }).click()
    await visitor.state('Sent')
    await visitor.shows(['Is the city bike in stock? <b>really</b> javascript:alert(1)'])

    const stored = await Visitor.query().where('widget_id', world.widget.id).firstOrFail()
    assert.equal(stored.name, 'Jane Doe')
    assert.equal(stored.email, 'jane@shop.example')
    assert.equal(await visitor.frame.locator('.bubble a').count(), 0)
    assert.deepEqual(refused, [])
  })

  test('everything works by keyboard alone', async ({ browserContext, cleanup }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())

    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.launcher.focus()
    await visitor.page.keyboard.press('Enter')
    await visitor.composer.waitFor()
    await visitor.frame.locator('textarea:focus').waitFor()
    await visitor.page.keyboard.type('Typed')
    await visitor.page.keyboard.press('Shift+Enter')
    await visitor.page.keyboard.type('without a mouse')
    await visitor.page.keyboard.press('Enter')
    await visitor.shows(['Typed\nwithout a mouse'])

    await visitor.page.keyboard.press('Escape')
    await visitor.page.waitForFunction(() => document.activeElement?.localName === 'crm-chat')
  })

  test('on a phone the chat fills the screen and can be put away', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    cleanup(() => website.close())
    cleanup(() => context.close())

    const visitor = await VisitorPage.visit(context, website.url)
    await visitor.openChat()
    const frame = visitor.page.locator('crm-chat iframe')
    await visitor.page.waitForFunction(() => {
      const box = document
        .querySelector('crm-chat')!
        .shadowRoot!.querySelector('iframe')!
        .getBoundingClientRect()
      return box.x === 0 && box.y === 0 && box.width === 390 && box.height === 844
    })
    const fontSize = await visitor.composer.evaluate((field) => getComputedStyle(field).fontSize)
    assert.isAtLeast(Number.parseFloat(fontSize), 16)

    await visitor.frame.getByRole('button', { name: 'Minimise chat' }).click()
    await frame.waitFor({ state: 'hidden' })
    await visitor.launcher.waitFor({ state: 'visible' })
  })

  test('axe finds nothing wrong with the open widget', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ contactRequired: true })
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())

    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.frame.getByLabel('Name').waitFor()

    const page = await browserContext.newPage()
    await page.goto(`${ownServer()}/p/chat/${world.widget.publicKey}`)
    await page.getByRole('textbox', { name: 'Your message' }).waitFor()
    assert.deepEqual(await findings(page), [])
    assert.deepEqual(await findings(visitor.page, { within: 'crm-chat' }), [])
  })
})
