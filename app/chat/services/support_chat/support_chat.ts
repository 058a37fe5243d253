import type { HostUser } from '#chat/contracts/host_records'
import Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import type { Inbox } from '#chat/services/inbox/inbox'
import { SupportWidgets } from '#chat/services/support_chat/support_widgets'
import type { HostSession, HostVisitors } from '#chat/services/visitors/identity/host_visitors'
import type { VisitorClient } from '#chat/services/visitors/visitor_registry'
import type { Visitors } from '#chat/services/visitors/visitors'
import type { WidgetCatalog } from '#chat/services/widgets/widget_catalog'
import type { Addresses } from '#chat/support/widget_address'

interface Parts {
  addresses: Addresses
  inbox: Inbox
  visitors: Visitors
  widgets: WidgetCatalog
}

/**
 * `chat.supportChat`: the chat of the host's signed-in users in its own pages (SO). Each user is one visitor with one
 * conversation: a message continues it whether it is open, ended or archived.
 */
export class SupportChat {
  readonly #widgets: SupportWidgets
  readonly #users: HostVisitors

  constructor(protected parts: Parts) {
    this.#widgets = new SupportWidgets(parts.widgets, parts.addresses)
    this.#users = parts.visitors.ofHost
  }

  /** The tenant's support widget; the first call creates it. */
  widget(tenantId: string): Promise<Widget> {
    return this.#widgets.of(tenantId)
  }

  /** The visitor that a user is, with name and email as the host has them; the first call creates them. */
  visitor(widget: Widget, user: HostUser, client: VisitorClient): Promise<Visitor> {
    return this.#users.visitorOf(widget, user, async () => {
      const { visitor } = await this.parts.visitors.register(widget, client)
      return visitor
    })
  }

  /** Whether the user has a conversation. */
  async isInUse(widget: Widget, user: HostUser): Promise<boolean> {
    const visitor = await Visitor.query()
      .where({ widget_id: widget.id, verified_id: user.id })
      .select('id')
      .first()
    return visitor !== null && (await this.parts.inbox.latestOf(visitor)) !== null
  }

  /**
   * Signs a browser of the visitor's user in for some minutes. `endKey` names the session that the browser has: it is
   * extended as long as it has not ended.
   */
  signIn(visitor: Visitor, user: HostUser, endKey: string | null): Promise<HostSession> {
    return this.#users.signIn(visitor, user, endKey)
  }

  /** Signs a user out in all browsers, and ends their streams. */
  signOut(userId: string): Promise<void> {
    return this.#users.signOut(userId)
  }
}
