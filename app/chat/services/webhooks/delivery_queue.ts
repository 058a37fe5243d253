import { DateTime } from 'luxon'
import { toSqlUtc } from '#chat/models/columns'
import Webhook from '#chat/models/webhook'
import { claimRow, LEASE_SECONDS } from '#chat/services/due_actions/lease'
import WebhookDelivery, { type DeliveryError } from '#chat/models/webhook_delivery'

/** The result of an attempt, and the delivery's next state. */
export interface Attempt {
  status: 'delivered' | 'failed' | 'pending'
  dueAt: DateTime | null
  durationMs: number
  responseStatus: number | null
  responseText: string | null
  error: DeliveryError | null
}

const LOOKED_AT = 20
const PRUNE_BATCH = 500

/**
 * The due deliveries, shared by any number of processes: the process that advances a row's count of attempts owns it
 * until the lease ends, and only the owner records the result.
 */
export class DeliveryQueue {
  /** Active webhooks with a delivery that is due. */
  due(): Promise<Webhook[]> {
    const [deliveries, webhooks] = [WebhookDelivery.table, Webhook.table]
    /** Not `exists`: MariaDB would read the whole index instead of one entry per webhook. */
    return Webhook.query()
      .where('is_active', true)
      .whereRaw('(select ?? from ?? where ?? = ?? and ?? <= ? limit 1) is not null', [
        `${deliveries}.id`,
        deliveries,
        `${deliveries}.webhook_id`,
        `${webhooks}.id`,
        `${deliveries}.due_at`,
        toSqlUtc(DateTime.utc()),
      ])
  }

  /**
   * Takes up to `most` deliveries of a webhook, the oldest first, and only one per conversation at a time: a
   * conversation's events arrive in order, except for retries.
   */
  async take(webhook: Webhook, most: number): Promise<WebhookDelivery[]> {
    const seen = new Set<number>()
    const taken: WebhookDelivery[] = []
    for (;;) {
      const due = await this.#dueOf(webhook, seen)
      /** Queried afterwards: deliveries that others took before the first query are in progress or done. */
      const busy = await this.#busyConversations(webhook)
      for (const delivery of due) {
        if (taken.length === most) return taken
        const { conversationId } = delivery
        const isNext =
          conversationId === null || !(seen.has(conversationId) || busy.has(conversationId))
        if (conversationId !== null) seen.add(conversationId)
        if (isNext && (await this.#claim(delivery))) taken.push(delivery)
      }
      if (due.length < LOOKED_AT) return taken
    }
  }

  /** Records the result of an attempt, unless it has lost its lease. */
  async end(delivery: WebhookDelivery, attempt: Attempt): Promise<void> {
    await this.#mine(delivery).update({
      status: attempt.status,
      due_at: attempt.dueAt && toSqlUtc(attempt.dueAt),
      attempted_at: toSqlUtc(DateTime.utc()),
      duration_ms: attempt.durationMs,
      response_status: attempt.responseStatus,
      response_text: attempt.responseText,
      error: attempt.error,
    })
  }

  /** Returns an untried delivery to the queue. */
  async putBack(delivery: WebhookDelivery): Promise<void> {
    await this.#mine(delivery).update({
      status: 'pending',
      due_at: toSqlUtc(DateTime.utc()),
      attempts: delivery.attempts - 1,
    })
  }

  /** Deletes a batch of deliveries older than this many days; returns whether it was the last one. */
  async prune(days: number): Promise<boolean> {
    const before = DateTime.utc().minus({ days })
    const oldest = await WebhookDelivery.query()
      .orderBy('id')
      .limit(PRUNE_BATCH)
      .select('id', 'created_at')
    const ids = oldest.filter(({ createdAt }) => createdAt < before).map(({ id }) => id)
    if (ids.length) await WebhookDelivery.query().whereIn('id', ids).delete()
    return ids.length < PRUNE_BATCH
  }

  #claim(delivery: WebhookDelivery): Promise<boolean> {
    const { id, attempts } = delivery
    const own = WebhookDelivery.query().where({ id, attempts })
    return claimRow(delivery, own, DateTime.utc(), { status: 'sending' })
  }

  /** The next due deliveries, without those of conversations already considered. */
  #dueOf(webhook: Webhook, seen: Set<number>): Promise<WebhookDelivery[]> {
    return WebhookDelivery.query()
      .where('webhook_id', webhook.id)
      .where('due_at', '<=', toSqlUtc(DateTime.utc()))
      .where((free) => {
        free.whereNull('conversation_id').orWhereNotIn('conversation_id', [...seen])
      })
      .orderBy('due_at')
      .orderBy('id')
      .limit(LOOKED_AT)
  }

  /** No lease ends later than this; rows due after it await a retry, and may be many. */
  async #busyConversations(webhook: Webhook): Promise<Set<number>> {
    const now = DateTime.utc()
    const lastLease = now.plus({ seconds: LEASE_SECONDS * 2 })
    const sending = await WebhookDelivery.query()
      .where({ webhook_id: webhook.id, status: 'sending' })
      .whereBetween('due_at', [toSqlUtc(now), toSqlUtc(lastLease)])
      .whereNotNull('conversation_id')
      .select('conversation_id')
    return new Set(sending.map(({ conversationId }) => conversationId!))
  }

  /** The delivery, as long as this attempt still owns it. */
  #mine({ id, attempts }: WebhookDelivery) {
    return WebhookDelivery.query().where({ id, attempts, status: 'sending' })
  }
}
