import type { TestContext } from '@japa/runner/core'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright'
import type { AgentStatus } from '#chat/models/agent'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { PASSWORD } from '#tests/helpers/chat_world'
import { ownServer } from '#tests/helpers/widget_client'

/** What a test in a browser brings along. */
export type BrowserTools = { browser: Browser; cleanup: TestContext['cleanup'] }

/** The agent's tab: logged in to the CRM, at work in the inbox. */
export class AgentPage {
  readonly rows: Locator
  readonly composer: Locator
  readonly thread: Locator
  readonly context: Locator

  private constructor(
    readonly page: Page,
    readonly server: string
  ) {
    this.rows = page.locator('[data-region="rows"] .chat-row')
    this.composer = page.getByRole('textbox', { name: 'Message', exact: true })
    this.thread = page.getByRole('log')
    this.context = page.locator('[data-region="context"]')
  }

  /** A tab, empty as yet, of a browser that has just logged in: by cookies, which costs no page. */
  static async logIn(context: BrowserContext, email: string, server = ownServer()) {
    const { cookies } = await AgentBrowser.logIn({ email }, server)
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: server })))
    return new AgentPage(await context.newPage(), server)
  }

  /** The same in a browser of its own, which closes when the test ends. */
  static async inNewBrowser(
    { browser, cleanup }: BrowserTools,
    email: string,
    options: BrowserContextOptions = {}
  ) {
    const context = await browser.newContext(options)
    cleanup(() => context.close())
    return AgentPage.logIn(context, email)
  }

  /** Logs in through the form, as people do. */
  static async logInByForm(context: BrowserContext, email: string, server = ownServer()) {
    const agent = new AgentPage(await context.newPage(), server)
    await agent.visit('/login')
    await agent.page.getByLabel('Email').fill(email)
    await agent.page.getByLabel('Password').fill(PASSWORD)
    await agent.page.getByRole('button', { name: 'Log in' }).click()
    await agent.page.waitForURL((url) => url.pathname !== '/login')
    return agent
  }

  /** Goes to the inbox: from another page by its link, as people do. */
  async openInbox() {
    if (this.page.url() === 'about:blank') await this.visit('/chat')
    else await this.page.getByRole('link', { name: 'Chat' }).first().click()
    await this.page.locator('.chat-inbox').waitFor()
  }

  /** Goes to a page of the CRM by its address. */
  visit(path: string) {
    return this.page.goto(`${this.server}${path}`)
  }

  /** Says in the sidebar, wherever one is, whether one is there. */
  async chooseStatus(status: AgentStatus) {
    await this.page.getByLabel('My chat status').selectOption(status)
    await this.hasStatus(status)
  }

  /** Settles when the sidebar shows that one is this. */
  async hasStatus(status: AgentStatus, timeout = 15_000) {
    await this.page.locator(`.chat-status-switch[data-status="${status}"]`).waitFor({ timeout })
  }

  /** Passes the open conversation on to the agent or department of this name. */
  async transferTo(name: string, note: string) {
    await this.page.locator('[data-menu="assign"] > summary').click()
    const form = this.page.locator('.chat-transfer')
    const option = await form.locator('option', { hasText: name }).getAttribute('value')
    await form.getByLabel('Transfer to').selectOption(option)
    await form.getByLabel('Note for your team').fill(note)
    await form.getByRole('button', { name: 'Transfer' }).click()
  }

  /** Opens the conversation with this visitor from the list. */
  async openConversation(name: string) {
    await this.rows.filter({ hasText: name }).getByRole('link').click()
    await this.page.waitForURL(/\/chat\/[0-9a-f-]{36}/)
    await this.thread.waitFor()
  }

  async reply(text: string) {
    await this.composer.fill(text)
    await this.composer.press('Enter')
  }

  async note(text: string) {
    await this.page.getByRole('radio', { name: 'Note' }).check()
    await this.composer.fill(text)
    await this.page.getByRole('button', { name: 'Add note' }).click()
  }

  replyMode() {
    return this.page.getByRole('radio', { name: 'Reply' }).check()
  }

  /** Settles when the thread shows exactly these texts of people, notes included, in this order. */
  async shows(texts: string[], timeout = 15_000) {
    const messages = this.thread.locator('.chat-message__text')
    try {
      if (texts.length) await messages.nth(texts.length - 1).waitFor({ timeout })
      else await messages.first().waitFor({ state: 'detached', timeout })
    } catch {
      // The comparison below says better what is missing
    }
    const shown = (await messages.allTextContents()).map((text) => text.trim())
    if (JSON.stringify(shown) === JSON.stringify(texts)) return
    throw new Error(`The agent sees ${JSON.stringify(shown)} instead of ${JSON.stringify(texts)}`)
  }

  /** Settles when the list says that the connection is in this state. */
  async connection(state: 'live' | 'polling' | 'offline', timeout = 10_000) {
    const link = this.page.locator(`[data-region="connection"][data-state="${state}"]`)
    await link.waitFor({ state: 'attached', timeout })
  }
}
