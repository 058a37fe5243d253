import { DateTime } from 'luxon'
import type Webhook from '#chat/models/webhook'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { namedBy, type Reference } from '#chat/models/reference'
import { toSqlUtc } from '#chat/models/columns'
import { newestFirst, type PageRequest } from '#chat/services/inbox/newest_first'
import { WebhookPaused } from '#chat/exceptions/chat_errors'
import type { DeliveryOutbox } from '#chat/services/webhooks/delivery_outbox'
import { deleteSome } from '#chat/support/delete_some'

/** The history of deliveries, successful and failed. */
export class DeliveryLog {
  constructor(protected outbox: DeliveryOutbox) {}

  /** A page of a webhook's deliveries, the newest first. */
  async page(webhook: Webhook, request: PageRequest) {
    const query = WebhookDelivery.query().where('webhook_id', webhook.id)
    const { rows, nextCursor } = await newestFirst(query, request, ({ createdAt }) => createdAt)
    return { deliveries: rows, nextCursor }
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
    while ((await deleteSome(WebhookDelivery.query().where('webhook_id', id))) > 0);
  }
}
