/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import Visitor from '#chat/models/visitor'
import { findings } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { ownServer } from '#tests/helpers/widget_client'

const ASKING = {
  consentText: 'We store what you write to answer you.\nYou can take this back at any time.',
  consentLink: 'https://shop.example/privacy',
  consentVersion: '3',
}

/** A visitor on a website with such a widget, and what their browser has asked the CRM for. */
async function visiting(
  browserContext: BrowserContext,
  cleanup: TestContext['cleanup'],
  attributes: object = {}
) {
  const world = await ChatWorld.create({ ...ASKING, ...attributes })
  const website = await startWebsite(world.widget.publicKey)
  cleanup(() => website.close())
  const requests: string[] = []
  browserContext.on('request', (request) => {
    if (request.url().startsWith(ownServer())) requests.push(request.url())
  })
  const visitor = await VisitorPage.visit(browserContext, website.url)
  const card = visitor.page.locator('crm-chat .consent')
  return { world, website, requests, visitor, card }
}

const keys = ({ page }: VisitorPage) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])

test.group('Consent in the browser (W16)', () => {
  test('before it is given: no storage, no row, one request, whatever the visitor presses', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, requests, visitor, card } = await visiting(browserContext, cleanup, {
      trackVisitors: true,
    })
    await visitor.launcher.hover()
    await visitor.launcher.click()
    await card.getByText('We store what you write to answer you.').waitFor()
    assert.equal(
      await card.getByRole('link', { name: 'Privacy policy' }).getAttribute('href'),
      ASKING.consentLink
    )
    assert.deepEqual(await findings(visitor.page), [])
    await card.getByRole('button', { name: 'Not now' }).click()
    await card.waitFor({ state: 'hidden' })
    await visitor.page.evaluate(() => (window as any).CrmChat('open'))
    await card.waitFor()
    await visitor.page.keyboard.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await visitor.page.reload()
    await visitor.launcher.waitFor()
    await visitor.page.waitForLoadState('networkidle')

    const loader = `${ownServer()}/p/chat/${world.widget.publicKey}.js`
    assert.isTrue(requests.every((url) => url === loader))
    assert.isAtMost(requests.length, 2)
    assert.deepEqual(await keys(visitor), [])
    assert.lengthOf(await browserContext.cookies(), 0)
    assert.lengthOf(await Visitor.query().where('widget_id', world.widget.id), 0)
  })

  test('by keyboard alone a visitor agrees, writes, and is not asked on the next page', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, visitor, card } = await visiting(browserContext, cleanup)
    await visitor.launcher.focus()
    await visitor.page.keyboard.press('Enter')
    await card.waitFor()
    await visitor.page.keyboard.press('Tab')
    await visitor.page.keyboard.press('Tab')
    await visitor.page.keyboard.press('Enter')
    await visitor.composer.waitFor()
    await visitor.write('Hello')
    await visitor.state('Sent')
    assert.equal((await world.onlyConversation()).consentVersion, '3')

    await visitor.page.reload()
    await visitor.shows(['Hello'])
    assert.equal(await card.count(), 0)
  })

  test('another tab need not ask, a reset takes it back, and a new version asks again', async ({
    browserContext,
    cleanup,
  }) => {
    const { world, website, visitor, card } = await visiting(browserContext, cleanup)
    const second = await VisitorPage.visit(browserContext, website.url)
    const secondCard = second.page.locator('crm-chat .consent')
    await second.launcher.click()
    await secondCard.waitFor()
    await visitor.launcher.click()
    await card.getByRole('button', { name: 'Agree and start chat' }).click()
    await visitor.composer.waitFor()
    await second.composer.waitFor()

    await visitor.page.evaluate(() => (window as any).CrmChat('reset'))
    await visitor.launcher.click()
    await card.waitFor()
    await card.getByRole('button', { name: 'Agree and start chat' }).click()
    await visitor.write('Hello')
    await visitor.state('Sent')

    await world.chat.widgets.update(world.widget, { consentVersion: '4' }, null)
    const third = await browserContext.newPage()
    // A page that still has the old loader has the new frame, which asks in its place
    await third.goto(`${ownServer()}/p/chat/${world.widget.publicKey}`)
    await third.getByRole('button', { name: 'Agree and start chat' }).click()
    await third.getByRole('textbox', { name: 'Your message' }).waitFor()
  })
})
