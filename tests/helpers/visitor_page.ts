import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright'

/** The visitor's tab: the website, the launcher on it and the chat in its frame. */
export class VisitorPage {
  readonly frame: FrameLocator
  readonly launcher: Locator
  readonly composer: Locator

  private constructor(readonly page: Page) {
    this.frame = page.frameLocator('crm-chat iframe')
    this.launcher = page.locator('crm-chat .launcher')
    this.composer = this.frame.getByRole('textbox', { name: 'Your message' })
  }

  static async visit(context: BrowserContext, url: string) {
    const visitor = new VisitorPage(await context.newPage())
    await visitor.page.goto(url)
    await visitor.launcher.waitFor()
    return visitor
  }

  /** The tab that is there already. */
  static on(page: Page) {
    return new VisitorPage(page)
  }

  async openChat() {
    await this.launcher.click()
    await this.composer.waitFor()
  }

  /** Writes a message, which stands in the thread by then; `state` tells what becomes of it. */
  async write(text: string) {
    await this.composer.fill(text)
    await this.composer.press('Enter')
    await this.frame.locator('.bubble.own', { hasText: text }).last().waitFor()
  }

  /** Settles when the thread shows exactly these messages, in this order. */
  async shows(texts: string[], timeout = 15_000) {
    const bubbles = this.frame.locator('.bubble .text')
    try {
      if (texts.length) await bubbles.nth(texts.length - 1).waitFor({ timeout })
      else await bubbles.first().waitFor({ state: 'detached', timeout })
    } catch {
      // The comparison below says better what is missing
    }
    const shown = await bubbles.allTextContents()
    if (JSON.stringify(shown) === JSON.stringify(texts)) return
    throw new Error(`The visitor sees ${JSON.stringify(shown)} instead of ${JSON.stringify(texts)}`)
  }

  /** Settles when this stands under the last own message. */
  async state(text: string, timeout = 15_000) {
    const last = this.frame.locator('.bubble.own').last()
    await last.locator('.meta', { hasText: text }).waitFor({ timeout })
  }

  /** Settles when the connection is said to be in this state. */
  async connection(text: string, timeout = 10_000) {
    await this.frame
      .getByText(text, { exact: true })
      .first()
      .waitFor({ state: 'attached', timeout })
  }
}
