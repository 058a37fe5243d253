/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import Visitor from '#chat/models/visitor'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

/** A visitor's browser on a website whose page is in some language. */
async function visit({ browser, cleanup }: TestContext, world: ChatWorld, page: Partial<Page>) {
  const website = await startWebsite(world.widget.publicKey)
  cleanup(() => website.close())
  const context = await browser.newContext({ locale: page.browser ?? 'en-US' })
  cleanup(() => context.close())
  const { lang = '', dir = '' } = page
  // The website's page only, not the chat's frame on it
  await context.addInitScript(
    (says) => {
      if (self !== top) return
      const say = () => Object.assign(document.documentElement, says)
      new MutationObserver(say).observe(document, { childList: true })
    },
    { lang, dir } as object
  )
  return VisitorPage.visit(context, website.url)
}

interface Page {
  browser: string
  lang: string
  dir: string
}

test.group('A visitor who reads Arabic', () => {
  test('has the chat from right to left, and its history and dates in Arabic', async (ctx) => {
    const { assert } = ctx
    const world = await ChatWorld.create()
    const anna = await world.agent('Anna')
    const visitor = await visit(ctx, world, { lang: 'ar-EG', dir: 'rtl' })
    const launcher = (await visitor.launcher.boundingBox())!
    assert.isBelow(launcher.x, 100, 'where lines end')

    await visitor.launcher.click()
    const html = visitor.frame.locator('html')
    const composer = visitor.frame.getByRole('textbox').last()
    await composer.waitFor()
    assert.equal(await html.getAttribute('dir'), 'rtl')
    assert.match((await html.getAttribute('lang'))!, /^ar/)
    await visitor.frame.getByText('لسنا متاحين الآن').first().waitFor()
    assert.equal(await composer.getAttribute('placeholder'), 'اكتب رسالة…')
    const mirrored = visitor.frame.locator('.send svg')
    assert.equal(await mirrored.evaluate((svg) => getComputedStyle(svg).scale), '-1 1')

    await composer.fill('مرحبا')
    await composer.press('Enter')
    await visitor.state('أُرسلت')
    const own = (await visitor.frame.locator('.bubble.own .text').boundingBox())!
    const panel = (await visitor.page.locator('crm-chat iframe').boundingBox())!
    assert.isBelow(own.x - panel.x, panel.width / 2, 'own words stand where lines end')

    const { conversations } = await world.chat.inbox.list(world.tenantId, {
      filter: 'open',
      agentId: null,
      limit: 5,
    })
    await world.reply(conversations[0], anna, 'Good morning')
    await visitor.frame.getByText('انضم Anna إلى الدردشة').waitFor()
    const known = await Visitor.findOrFail(conversations[0].visitorId)
    assert.equal(known.locale, 'ar')
    await visitor.page.reload()
    await visitor.frame.getByText('انضم Anna إلى الدردشة').waitFor()
  })
})

test.group('The language of the widget', () => {
  test('is that of the page, else the browser’s, else English: {lang}, {browser}')
    .with([
      { lang: 'de-AT', browser: 'fr-FR', reads: 'Guten Tag!' },
      { lang: '', browser: 'pl-PL', reads: 'Dzień dobry!' },
      { lang: 'sv', browser: 'ja-JP', reads: 'こんにちは！' },
      { lang: 'sv', browser: 'fi-FI', reads: 'Hi there!' },
      { lang: '"><script>#o=//', browser: 'en-US', reads: 'Hi there!' },
    ])
    .run(async (ctx, { lang, browser, reads }) => {
      const visitor = await visit(ctx, await ChatWorld.create(), { lang, browser })
      await visitor.launcher.click()
      await visitor.frame.getByRole('heading', { name: reads }).waitFor()
    })

  test('is the widget’s own where an admin has chosen one, with the admin’s words', async (ctx) => {
    const translations = { fr: { welcome_title: 'Bienvenue chez nous' } }
    const world = await ChatWorld.create({ language: 'fr', translations })
    const visitor = await visit(ctx, world, { lang: 'de', browser: 'es-ES' })
    await visitor.launcher.click()
    await visitor.frame.getByRole('heading', { name: 'Bienvenue chez nous' }).waitFor()
    await visitor.frame.getByText('Nous sommes absents').first().waitFor()
  })
})

test.group('An agent who reads German', () => {
  test('has inbox and settings in German, those of a colleague stay English', async (ctx) => {
    const { assert, browser, cleanup } = ctx
    const world = await ChatWorld.create()
    const user = await world.user('admin')
    await world.chatting({ name: 'Jana' })
    const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email, {
      locale: 'de-DE',
    })
    await agent.visit('/chat')
    const { page } = agent
    await page.getByRole('searchbox', { name: 'Nach Nummer, Name' }).waitFor()
    assert.equal(await page.locator('.chat-inbox').getAttribute('lang'), 'de')
    await page.locator('.chat-row', { hasText: 'Jana' }).click()
    await page.getByRole('button', { name: 'Lösen', exact: true }).first().waitFor()
    await page
      .getByText('Antwort schreiben…')
      .or(page.getByPlaceholder('Antwort schreiben…'))
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page
      .getByRole('dialog', { name: 'Befehle' })
      .getByText('Übergeben')
      .or(page.getByRole('dialog').getByText('Mit Notiz übergeben…'))
      .first()
      .waitFor()
    await page.keyboard.press('Escape')

    await agent.visit(`/settings/chat-widgets/${world.widget.externalId}/edit`)
    await page.getByRole('heading', { name: 'Geschäftszeiten' }).waitFor()

    const colleague = await AgentPage.inNewBrowser({ browser, cleanup }, user.email, {
      locale: 'sv-SE',
    })
    await colleague.visit('/chat')
    await colleague.page.getByRole('searchbox', { name: 'Search by number' }).waitFor()
  })
})
