import Webhook from '#chat/models/webhook'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'

export type Subscriber = Pick<Webhook, 'id' | 'tenantId' | 'events' | 'includeNotes'>

/** How long another process' change to a webhook may go unnoticed here. */
const FRESH_FOR_MS = 3000

/**
 * Which active webhooks want what, kept in memory: writing a message asks here, and never the database.
 * The courier reads it anew every second, so that it is always fresh where one runs; elsewhere whoever
 * asks after a while does. A change made in this process holds at once.
 */
export class Subscriptions {
  #byTenant = new Map<string, Subscriber[]>()
  #readAt = -Infinity
  #generation = 0

  /** Makes sure that what `of` answers is fresh. To be called outside of transactions. */
  async prepare(): Promise<void> {
    if (performance.now() - this.#readAt > FRESH_FOR_MS) await this.refresh()
  }

  /** The webhooks of a tenant that are told of an event. */
  of(tenantId: string, event: WebhookEvent): Subscriber[] {
    const subscribers = this.#byTenant.get(tenantId) ?? []
    return subscribers.filter(({ events }) => events.includes(event))
  }

  /** Whether any tenant has an active webhook. */
  get isEmpty() {
    return this.#byTenant.size === 0
  }

  /** A webhook has changed here. What is being read at this moment may be from before, and is not kept. */
  forget() {
    this.#generation += 1
    this.#readAt = -Infinity
  }

  async refresh(): Promise<void> {
    const generation = this.#generation
    const startedAt = performance.now()
    const webhooks = await Webhook.query()
      .where('is_active', true)
      .select('id', 'tenant_id', 'events', 'include_notes')
    if (generation !== this.#generation) return
    this.#byTenant = Map.groupBy(webhooks, ({ tenantId }) => tenantId)
    this.#readAt = startedAt
  }
}
