import Webhook from '#chat/models/webhook'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'

export type Subscriber = Pick<Webhook, 'id' | 'tenantId' | 'events' | 'includeNotes'>

/** Milliseconds for which another process's change to a webhook may go unnoticed here. */
const FRESH_FOR_MS = 3000

/**
 * The active webhooks by event, kept in memory: writing a message needs no query. The webhook worker reloads it every
 * second; in a process without one, the first use after a while does. Changes made in this process take effect
 * immediately.
 */
export class Subscriptions {
  #byTenant = new Map<string, Subscriber[]>()
  #readAt = -Infinity
  #generation = 0

  /** Makes sure that `of` returns fresh data. To be called outside of transactions. */
  async prepare(): Promise<void> {
    const isStale = performance.now() - this.#readAt > FRESH_FOR_MS
    if (isStale) while (!(await this.refresh()));
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

  /** A webhook has changed here. A load in progress may predate the change and is discarded. */
  forget() {
    this.#generation += 1
    this.#readAt = -Infinity
  }

  /** Returns whether what was read holds: a webhook may have changed meanwhile. */
  async refresh(): Promise<boolean> {
    const generation = this.#generation
    const startedAt = performance.now()
    const webhooks = await Webhook.query()
      .where('is_active', true)
      .select('id', 'tenant_id', 'events', 'include_notes')
    if (generation !== this.#generation) return false
    this.#byTenant = Map.groupBy(webhooks, ({ tenantId }) => tenantId)
    this.#readAt = startedAt
    return true
  }
}
