/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext, Page } from 'playwright'
import type ProactiveRule from '#chat/models/proactive_rule'
import Visitor from '#chat/models/visitor'
import { PROACTIVE_DEFAULTS, type ProactiveAttributes } from '#chat/services/proactive/proactive'
import { findings } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { ownServer } from '#tests/helpers/widget_client'

const TEXT = 'Need help choosing?'

/** A website whose widget has these proactive messages. */
async function inviting(
  rules: Partial<ProactiveAttributes>[],
  cleanup: TestContext['cleanup'],
  widget: object = {}
) {
  const world = await ChatWorld.create(widget)
  const made: ProactiveRule[] = []
  for (const rule of rules) {
    const whole = { ...PROACTIVE_DEFAULTS, name: 'Help', message: TEXT, ...rule }
    made.push(await world.chat.proactive.create(world.widget, whole, null))
  }
  const website = await startWebsite(world.widget.publicKey)
  cleanup(() => website.close())
  const figures = async (at = 0) =>
    (await world.chat.proactive.counts.sums(world.tenantId, made)).get(made[at].id)!
  return { world, website, rules: made, figures }
}

const invitation = (page: Page) => page.locator('crm-chat .preview .show')

/** Visits with a clock that the test moves; each second of the page is looked at. */
async function visit(context: BrowserContext, url: string) {
  const visitor = await VisitorPage.visit(context, url)
  await hasRules(visitor.page)
  return visitor
}

async function reload({ page, launcher }: VisitorPage) {
  await page.reload()
  await launcher.waitFor()
  await hasRules(page)
}

/** The second stage has loaded, and takes what the website triggers. */
const hasRules = (page: Page) =>
  page.waitForFunction(() => (window as any).CrmChat.q.push !== Array.prototype.push)

/** A moment in which a message that were due would appear. */
const pass = (page: Page, seconds: number) => page.clock.runFor(seconds * 1000)

test.group('Proactive messages in the browser (W15)', () => {
  test('after its time a message appears, is answered, and only then a row exists', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, website, rules, figures } = await inviting(
      [{ secondsOnPage: 30, delaySeconds: 5 }],
      cleanup
    )
    await browserContext.clock.install()
    const visitor = await visit(browserContext, website.url)
    const shown = invitation(visitor.page)
    await pass(visitor.page, 33)
    assert.equal(await shown.count(), 0)
    const reported = visitor.page.waitForResponse(/\/shown$/)
    await pass(visitor.page, 4)
    await shown.getByText(TEXT).waitFor()
    await reported
    assert.deepEqual(await findings(visitor.page), [])
    const keys = await visitor.page.evaluate(() => Object.keys(localStorage))
    assert.deepEqual(keys, [`crmchat:${world.widget.publicKey}:p:${rules[0].externalId}`])
    assert.lengthOf(await Visitor.query().where('widget_id', world.widget.id), 0)
    assert.deepEqual(await figures(), { shown: 1, dismissed: 0, answered: 0 })

    await shown.click()
    await visitor.frame.getByText(TEXT).waitFor()
    await visitor.write('Yes, please')
    await visitor.state('Sent')
    await visitor.shows([TEXT, 'Yes, please'])
    assert.equal((await world.onlyConversation()).lastMessage, 'Yes, please')
    assert.deepEqual(await figures(), { shown: 1, dismissed: 0, answered: 1 })
  })

  test('a message that always matches is shown once: over pages, reloads, routes and tabs', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website, figures } = await inviting([{}], cleanup)
    await browserContext.clock.install()
    const [first, second] = await Promise.all([
      visit(browserContext, website.url),
      visit(browserContext, website.url),
    ])
    await first.page.bringToFront()
    await pass(first.page, 3)
    await second.page.bringToFront()
    await pass(second.page, 3)
    const shown = async () =>
      (await invitation(first.page).count()) + (await invitation(second.page).count())
    assert.equal(await shown(), 1)

    await reload(second)
    for (const path of ['/bikes/city', '/bikes/gravel', '/bikes/city']) {
      await second.page.evaluate((to) => history.pushState(null, '', to), path)
      await pass(second.page, 5)
    }
    await reload(first)
    await first.page.bringToFront()
    await pass(first.page, 60)
    assert.equal(await shown(), 0)
    assert.equal((await figures()).shown, 1)
  })

  test('never over a focused field or a dialog: it waits for both', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website } = await inviting([{ triggerName: 'help' }], cleanup)
    await browserContext.clock.install()
    const { page } = await visit(browserContext, website.url)
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'))
      field.focus()
      ;(window as any).CrmChat('trigger', 'help')
    })
    await pass(page, 5)
    assert.equal(await invitation(page).count(), 0)
    await page.evaluate(() => {
      document.querySelector('input')!.blur()
      const dialog = document.body.appendChild(document.createElement('dialog'))
      dialog.show()
      ;(document.activeElement as HTMLElement).blur()
    })
    await pass(page, 5)
    assert.equal(await invitation(page).count(), 0)
    await page.evaluate(() => document.querySelector('dialog')!.close())
    await pass(page, 2)
    await invitation(page).waitFor()
  })

  test('dismissed by keyboard it stays dismissed, is counted, and the next one may come', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website, figures } = await inviting([{}, { message: 'Still here?' }], cleanup)
    await browserContext.clock.install()
    const { page } = await visit(browserContext, website.url)
    await invitation(page).waitFor()
    const counted = page.waitForResponse(/\/dismissed$/)
    await page.locator('crm-chat .preview .show').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await counted
    assert.equal(await invitation(page).count(), 0)
    assert.deepEqual(await figures(), { shown: 1, dismissed: 1, answered: 0 })
    await pass(page, 30)
    assert.equal(await invitation(page).count(), 0)
    await page.reload()
    await invitation(page).getByText('Still here?').waitFor()
  })

  test('each condition: page, scrolling, idling, leaving, language, visits, triggers', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website } = await inviting(
      [
        { message: 'Language', language: 'fr' },
        { message: 'Visits', minVisits: 2 },
        { message: 'Page', pagePattern: '/bikes/*' },
        { message: 'Scroll', scrollPercent: 50 },
        { message: 'Idle', idleSeconds: 20 },
        { message: 'Leaving', exitIntent: true },
        { message: 'Trigger', triggerName: 'cart' },
      ],
      cleanup
    )
    await browserContext.clock.install()
    const { page } = await visit(browserContext, website.url)
    const newPage = async () => {
      await page.goto(website.url)
      await page.waitForFunction(() => (window as any).CrmChat?.q?.push !== Array.prototype.push)
    }
    const appears = async (text: string) => {
      await pass(page, 2)
      await invitation(page).getByText(text).waitFor()
    }
    await pass(page, 3)
    assert.equal(await invitation(page).count(), 0)
    await page.evaluate(() => history.pushState(null, '', '/bikes/gravel'))
    await appears('Page')

    await newPage()
    await page.evaluate(() => {
      document.body.style.minHeight = '300vh'
      scrollTo(0, document.documentElement.scrollHeight)
    })
    await appears('Scroll')

    await newPage()
    await pass(page, 25)
    await appears('Idle')

    await newPage()
    await page.evaluate(() =>
      document.dispatchEvent(new MouseEvent('mouseout', { clientY: -1, bubbles: true }))
    )
    await appears('Leaving')

    await newPage()
    await page.evaluate(() => (window as any).CrmChat('trigger', 'cart'))
    await appears('Trigger')

    await newPage()
    await page.evaluate(() => (document.documentElement.lang = 'fr-CA'))
    await appears('Language')

    await newPage()
    await pass(page, 5)
    assert.equal(await invitation(page).count(), 0)
    await page.close()
    const next = await browserContext.newPage()
    await next.clock.setSystemTime(Date.now() + 24 * 3600_000)
    await next.goto(website.url)
    await invitation(next).getByText('Visits').waitFor()
  })

  test('a trigger that is called before the script has loaded is heard', async ({
    browserContext,
    cleanup,
  }) => {
    const { website } = await inviting([{ triggerName: 'early' }], cleanup)
    await browserContext.addInitScript(() => {
      const stub: any = (...call: unknown[]) => (stub.q = [...(stub.q ?? []), call])
      ;(window as any).CrmChat = stub
      stub('trigger', 'early')
    })
    const { page } = await VisitorPage.visit(browserContext, website.url)
    await invitation(page).waitFor()
  })

  test('consent comes first: before it no second stage is loaded', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, website } = await inviting([{}], cleanup, { consentText: 'We store.' })
    const requests: string[] = []
    browserContext.on('request', (request) => {
      if (request.url().startsWith(ownServer())) requests.push(request.url())
    })
    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.page.waitForLoadState('networkidle')
    assert.deepEqual(requests, [`${ownServer()}/p/chat/${world.widget.publicKey}.js`])
    await visitor.launcher.click()
    await visitor.page.getByRole('button', { name: 'Agree and start chat' }).click()
    await visitor.composer.waitFor()
    await visitor.launcher.click()
    await invitation(visitor.page).waitFor()
  })

  test('who is in a conversation is not invited, and the end of the chat ends the rules', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website, figures } = await inviting([{ triggerName: 'help' }], cleanup)
    await browserContext.clock.install()
    const visitor = await visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.state('Sent')
    await visitor.page.evaluate(() => (window as any).CrmChat('close'))
    await visitor.page.evaluate(() => (window as any).CrmChat('trigger', 'help'))
    await pass(visitor.page, 5)
    assert.equal(await invitation(visitor.page).count(), 0)
    await visitor.page.evaluate(() => (window as any).CrmChat('destroy'))
    await pass(visitor.page, 5)
    assert.equal((await figures()).shown, 0)
    assert.lengthOf(await visitor.page.evaluate(() => Object.keys(localStorage)), 0)
  })
})
