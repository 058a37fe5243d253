import type { Browser, Page } from 'playwright'
import { VisitorPage } from '../helpers/visitor_page.js'

/** A host that renders in the browser: its pages show what is unread and the agent's status, also after a log-in. */
export async function playBadge(browser: Browser, agent: Page, url: string, website: string) {
  await agent.goto(url)
  const badge = agent.locator('#chat-sidebar-unread')
  const status = agent.getByLabel('My chat status')
  await status.waitFor()
  const visitor = await VisitorPage.visit(await browser.newContext(), website)
  await visitor.openChat()
  await visitor.write('Is anyone there?')
  await visitor.frame.getByLabel('Name').fill('Will Waiting')
  await visitor.frame.getByLabel('Email').fill('will@example.com')
  await visitor.frame.getByRole('button', { name: 'Continue' }).click()
  await visitor.state('Sent')
  await badge.getByText('1').waitFor()

  await status.selectOption('away')
  await agent.getByRole('link', { name: 'Home' }).click()
  await badge.getByText('1').waitFor()

  await agent.getByRole('button', { name: 'Logout' }).click()
  await agent.getByRole('textbox', { name: 'Email' }).fill('ada@example.com')
  await agent.getByLabel('Password').fill('correct horse')
  await agent.getByRole('button', { name: 'Login' }).click()
  await badge.getByText('1').waitFor()
  await agent.locator('.chat-status-switch[data-status="away"]').waitFor()

  await agent.getByRole('link', { name: 'Chat' }).click()
  await agent.getByRole('navigation', { name: 'Live Chat' }).waitFor()
}
