import { DateTime } from 'luxon'
import type Webhook from '#chat/models/webhook'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { namedBy, type Reference } from '#chat/models/reference'
import { toSqlUtc } from '#chat/models/columns'
import { decodeCursor, encodeCursor } from '#chat/services/inbox/page_cursor'
import { WebhookPaused } from '#chat/exceptions/chat_errors'
import type { DeliveryOutbox } from '#chat/services/webhooks/delivery_outbox'

const CLEAR_BATCH = 500

/** The history of deliveries, successful and failed. */
export class DeliveryLog {
  constructor(protected outbox: DeliveryOutbox) {}

  /** A page of a webhook's deliveries, the newest first. */
  async page(webhook: Webhook, { cursor, limit }: { cursor?: string; limit: number }) {
    const after = decodeCursor(cursor)
    const query = WebhookDelivery.query().where('webhook_id', webhook.id)
    if (after) query.where('id', '<', after.id)
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
  find(webhook: Webhook, reference: Reference): Promise<WebhookDelivery> {
    return WebhookDelivery.query()
      .where({ webhook_id: webhook.id, ...namedBy(reference) })
      .firstOrFail()
  }

  /** The newest delivery of each webhook, by the webhook's id. */
  async newest(webhooks: Webhook[]): Promise<Map<number, WebhookDelivery>> {
    const pages = await Promise.all(webhooks.map((webhook) => this.page(webhook, { limit: 1 })))
    const newest = pages.flatMap(({ deliveries }) => deliveries)
    return new Map(newest.map((delivery) => [delivery.webhookId, delivery]))
  }

  /**
   * Sends a delivery again, whatever its result was. Its `id` stays the same, so that the receiver can recognise a
   * duplicate. A delivery in progress is left alone.
   *
   * @throws WebhookPaused
   */
  async redeliver(webhook: Webhook, delivery: WebhookDelivery): Promise<WebhookDelivery> {
    if (!webhook.isActive) throw new WebhookPaused()
    await WebhookDelivery.query()
      .where('id', delivery.id)
      .whereNot('status', 'sending')
      .update({ status: 'pending', due_at: toSqlUtc(DateTime.utc()) })
    this.outbox.trigger()
    return delivery.refresh()
  }

  /** Deletes all deliveries of a removed webhook, in batches, because messages are written concurrently. */
  async clear({ id }: Webhook): Promise<void> {
    for (;;) {
      const some = await WebhookDelivery.query()
        .where('webhook_id', id)
        .limit(CLEAR_BATCH)
        .select('id')
      if (some.length === 0) return
      const ids = some.map((delivery) => delivery.id)
      await WebhookDelivery.query().whereIn('id', ids).delete()
    }
  }
}
