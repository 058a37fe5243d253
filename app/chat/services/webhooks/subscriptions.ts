import Webhook from '#chat/models/webhook'
import { settingsVersion, type ReadMark } from '#chat/services/settings/settings_version'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'

export type Subscriber = Pick<Webhook, 'id' | 'tenantId' | 'events' | 'includeNotes'>

/**
 * The active webhooks by event, kept in memory while the version of the settings stands: writing a message needs no
 * query.
 */
export class Subscriptions {
  #byTenant = new Map<string, Subscriber[]>()
  #readAt?: ReadMark

  /** Makes sure that `of` returns fresh data. To be called outside of transactions. */
  async prepare(): Promise<void> {
    if (!this.#readAt || !settingsVersion.holds(this.#readAt)) {
      while (!(await this.#read()));
    }
  }

  /** The webhooks of a tenant that subscribe to an event. */
  of(tenantId: string, event: WebhookEvent): Subscriber[] {
    const subscribers = this.#byTenant.get(tenantId) ?? []
    return subscribers.filter(({ events }) => events.includes(event))
  }

  /** Whether any tenant has an active webhook. */
  get isEmpty() {
    return this.#byTenant.size === 0
  }

  /** Returns whether what was read holds: a webhook may have changed meanwhile. */
  async #read(): Promise<boolean> {
    const readAt = settingsVersion.mark()
    const webhooks = await Webhook.query()
      .where('is_active', true)
      .select('id', 'tenant_id', 'events', 'include_notes')
    if (!settingsVersion.stands(readAt)) return false
    this.#byTenant = Map.groupBy(webhooks, ({ tenantId }) => tenantId)
    this.#readAt = readAt
    return true
  }
}
