import type { Browser, Frame } from 'playwright'
import { startDemoSite } from '../../bin/demo_site.js'
import type { KnownVisitor } from './population.js'

/** A visitor's chat, open on a website of another origin. */
export interface WidgetPage {
  frame: Frame
  close(): Promise<void>
}

/** Opens the widget on a website in a real browser, as a returning visitor. */
export async function openWidget(
  browser: Browser,
  crmUrl: string,
  key: string,
  { token }: KnownVisitor
): Promise<WidgetPage> {
  const website = await startDemoSite({ port: 0, crmUrl, widgetKey: key })
  const context = await browser.newContext()
  await context.addInitScript(
    ([name, value]) => localStorage.setItem(name, value),
    [`crmchat:${key}:token`, token]
  )
  const page = await context.newPage()
  await page.goto(website.url)
  await page.locator('crm-chat .launcher').click()
  await page.frameLocator('crm-chat iframe').locator('.bubble').first().waitFor()
  const frame = page.frames().find((each) => each.url().startsWith(`${crmUrl}/p/chat/`))!
  return { frame, close: website.close }
}
