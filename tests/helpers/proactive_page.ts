/// <reference lib="dom" />
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext, Page } from 'playwright'
import type ProactiveRule from '#chat/models/proactive_rule'
import { PROACTIVE_DEFAULTS, type ProactiveAttributes } from '#chat/services/proactive/proactive'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

/** The proactive message, unless a rule says another. */
export const TEXT = 'Need help choosing?'

/** A website whose widget has these proactive messages. */
export async function inviting(
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

/** The proactive message beside the launcher. */
export const invitation = (page: Page) => page.locator('crm-chat .preview .show')

/** Visits with a clock that the test moves; each second of the page is looked at. */
export async function visit(context: BrowserContext, url: string) {
  const visitor = await VisitorPage.visit(context, url)
  await hasRules(visitor.page)
  return visitor
}

/** Loads the page again, second stage included. */
export async function reload({ page, launcher }: VisitorPage) {
  await page.reload()
  await launcher.waitFor()
  await hasRules(page)
}

/** The second stage has loaded, and takes what the website triggers. */
const hasRules = (page: Page) =>
  page.waitForFunction(() => (window as any).CrmChat.q.push !== Array.prototype.push)

/** A moment in which a message that were due would appear. */
export const pass = (page: Page, seconds: number) => page.clock.runFor(seconds * 1000)
