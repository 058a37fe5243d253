import { DateTime } from 'luxon'
import type Webhook from '#chat/models/webhook'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { toSqlUtc } from '#chat/models/columns'
import { decodeCursor, encodeCursor } from '#chat/services/page_cursor'
import { WebhookPaused } from '#chat/exceptions/chat_errors'
import type { Outbox } from '#chat/services/webhooks/outbox'

const CLEARED_AT_ONCE = 500

/** What was delivered, and what was not. */
export class DeliveryLog {
  constructor(protected outbox: Outbox) {}

  /** A page of a webhook's deliveries, the newest first. */
  async page(webhook: Webhook, { cursor, limit }: { cursor?: string; limit: number }) {
    const place = decodeCursor(cursor)
    const query = WebhookDelivery.query().where('webhook_id', webhook.id)
    if (place) query.where('id', '<', place.id)
    const rows = await query.orderBy('id', 'desc').limit(limit + 1)
    const deliveries = rows.slice(0, limit)
    const last = deliveries[deliveries.length - 1]
    const isMore = rows.length > limit
    return {
      deliveries,
      nextCursor: isMore ? encodeCursor({ moment: last.createdAt, id: last.id }) : null,
    }
  }

  /** @throws E_ROW_NOT_FOUND (404) when the webhook has no such delivery */
  find(webhook: Webhook, externalId: string): Promise<WebhookDelivery> {
    return WebhookDelivery.query()
      .where({ external_id: externalId, webhook_id: webhook.id })
      .firstOrFail()
  }

  /** The newest delivery of each webhook, by the webhook's id. */
  async newest(webhooks: Webhook[]): Promise<Map<number, WebhookDelivery>> {
    const pages = await Promise.all(webhooks.map((webhook) => this.page(webhook, { limit: 1 })))
    const newest = pages.flatMap(({ deliveries }) => deliveries)
    return new Map(newest.map((delivery) => [delivery.webhookId, delivery]))
  }

  /**
   * Sends a delivery again now, whatever became of it; its `id` stays the same, so that a receiver who has
   * it already can tell. One that is being sent at this moment is left alone.
   *
   * @throws WebhookPaused
   */
  async redeliver(webhook: Webhook, delivery: WebhookDelivery): Promise<WebhookDelivery> {
    if (!webhook.isActive) throw new WebhookPaused()
    await WebhookDelivery.query()
      .where('id', delivery.id)
      .whereNot('status', 'sending')
      .update({ status: 'pending', due_at: toSqlUtc(DateTime.utc()) })
    this.outbox.wake()
    return delivery.refresh()
  }

  /** Forgets all of a webhook that is gone; some at a time, since messages are being written beside it. */
  async clear({ id }: Webhook): Promise<void> {
    for (;;) {
      const some = await WebhookDelivery.query()
        .where('webhook_id', id)
        .limit(CLEARED_AT_ONCE)
        .select('id')
      if (some.length === 0) return
      const ids = some.map((delivery) => delivery.id)
      await WebhookDelivery.query().whereIn('id', ids).delete()
    }
  }
}
