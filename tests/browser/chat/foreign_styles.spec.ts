/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { computedStyles, differences } from '#tests/helpers/computed_styles'
import { FOREIGN_SHEETS, HOST_SAMPLE } from '#tests/helpers/foreign_sheets'

const ISLANDS =
  ':is(.chat-inbox, .chat-settings, .chat-record, .chat-agent-toasts, .chat-status-switch, .chat-bell)'
/** What a drawing is made of takes its looks from attributes. */
const MODULE = `${ISLANDS}, ${ISLANDS} :not(svg *)`
const HOST = `html, body, body :not(${ISLANDS}, ${ISLANDS} *)`
const TOKENS = readFileSync('resources/css/crm/tokens.css', 'utf8')

/** Pages of the module, and what of the module stands in the host's: each with what shows that it is complete. */
const PAGES: Record<string, string> = {
  'an open conversation': '[data-region="connection"][data-state="live"]',
  'the labels': '.chat-table',
  'the settings of a widget': '.chat-stage .chat-widget',
  'the dashboard': '.uplot canvas',
  'a person': '.chat-record',
}

/** A user's page, and the paths of `PAGES`. */
async function atWork({ browser, cleanup }: BrowserTools) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const anna = await world.agent('Anna Agent', user)
  const { conversation } = await world.chatting({ name: 'Jane', email: 'jane@example.com' })
  await world.chat.labels.create(world.tenantId, { name: 'VIP', color: '#336699' })
  await world.reply(conversation, anna, 'See https://a.example/')
  await world.reply(conversation, anna, 'Between us', true)
  const person = await world.chat.crm.promoteToPerson(conversation, anna)
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  })
  cleanup(() => context.close())
  const { page, server } = await AgentPage.logIn(context, user.email)
  const paths: Record<keyof typeof PAGES, string> = {
    'an open conversation': `/chat/${conversation.externalId}`,
    'the labels': '/settings/chat-labels',
    'the settings of a widget': `/settings/chat-widgets/${world.widget.externalId}/edit`,
    'the dashboard': '/chat/dashboard?period=7d',
    'a person': `/people/${person.id}`,
  }
  const open = async (name: string) => {
    await page.goto(`${server}${paths[name]}`)
    for (const part of [PAGES[name], '.chat-status-switch'])
      await page.locator(part).first().waitFor({ state: 'attached' })
  }
  return { page, open }
}

/** Gives the islands a place that does not depend on the host's layout, and shows what can be opened. */
async function unfold(page: Page) {
  await page.evaluate((islands) => {
    for (const island of document.querySelectorAll<HTMLElement>(islands))
      island.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 1200px'
    document.body.append(document.querySelector('.chat-status-switch')!)
    for (const details of document.querySelectorAll('details')) details.open = true
    document.querySelector<HTMLDialogElement>('.chat-help')?.showModal()
  }, ISLANDS)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.uplot')].every(
      (plot) => plot.clientWidth === plot.parentElement!.clientWidth
    )
  )
}

/** Puts a sheet in the place of all that the host says, but for its colours and measures. */
function wear(page: Page, sheet: string) {
  return page.evaluate((text) => {
    for (const { ownerNode } of document.styleSheets)
      if (ownerNode instanceof HTMLLinkElement && ownerNode.href.includes('/crm/'))
        ownerNode.disabled = true
    const foreign = new CSSStyleSheet()
    foreign.replaceSync(text)
    document.adoptedStyleSheets = [foreign]
  }, TOKENS + sheet)
}

test.group('Beside the styles of another application', () => {
  for (const name of Object.keys(PAGES)) {
    test(`${name} looks as it does in the CRM`, async (ctx) => {
      const { page, open } = await atWork(ctx)
      await open(name)
      await unfold(page)
      const own = await computedStyles(page, MODULE)
      const host = await computedStyles(page, HOST)
      for (const [sheet, text] of Object.entries(FOREIGN_SHEETS)) {
        await wear(page, text)
        const changed = await differences(page, own, await computedStyles(page, MODULE))
        ctx.assert.deepEqual(changed.slice(0, 20), [], sheet)
        const around = await differences(page, host, await computedStyles(page, HOST))
        ctx.assert.isAbove(around.length, 100, 'the host has changed')
      }
    }).timeout(120_000)

    test(`${name} leaves what is not its own as it is`, async (ctx) => {
      const { page, open } = await atWork(ctx)
      await open(name)
      await page.evaluate(
        ([islands, sample]) => {
          for (const island of document.querySelectorAll<HTMLElement>(islands))
            island.style.display = 'none'
          document.querySelector('main')!.insertAdjacentHTML('beforeend', sample)
        },
        [ISLANDS, HOST_SAMPLE]
      )
      const beside = await computedStyles(page, HOST)
      const taken = await page.evaluate(() => {
        const links = document.querySelectorAll<HTMLLinkElement>('link[href*="/chat-assets/"]')
        const sheets = [...links].filter(({ rel }) => rel === 'stylesheet')
        for (const link of sheets) link.disabled = true
        return sheets.length
      })
      ctx.assert.isAbove(taken, 0)
      ctx.assert.deepEqual(await differences(page, beside, await computedStyles(page, HOST)), [])
    }).timeout(60_000)
  }
})
