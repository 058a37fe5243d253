import type { BrowserContext } from 'playwright'
import type User from '#crm/models/user'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { ownServer } from '#tests/helpers/widget_client'

/** A tab of the customer portal, whose user has just logged in: by cookies, which costs no page. */
export async function openPortal(context: BrowserContext, user: Pick<User, 'email'>) {
  const { cookies } = await AgentBrowser.logIn(user)
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: ownServer() })))
  return anotherTab(context)
}

/** One more tab of the portal in the same browser. */
export const anotherTab = (context: BrowserContext) =>
  VisitorPage.visit(context, `${ownServer()}/portal`)
