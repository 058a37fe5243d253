import type User from '#crm/models/user'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient } from '#tests/helpers/widget_client'

/** A customer who is logged in to the portal, and their browser. */
export class SupportUser {
  private constructor(
    readonly row: User,
    readonly browser: AgentBrowser
  ) {}

  static async of(world: ChatWorld, fullName = 'Carla Customer') {
    const row = await world.user('customer', fullName)
    return new SupportUser(row, await AgentBrowser.logIn(row))
  }

  /** The chat in their page, by the session that the page was given. */
  widget({ key, visitor_token: token }: { key: string; visitor_token: string }) {
    return new WidgetClient(key, token)
  }

  /** Signs in to the chat. */
  async signedIn() {
    const { json } = await this.browser.ask('/chat/support/session')
    return this.widget(json)
  }
}
