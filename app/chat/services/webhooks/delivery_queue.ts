import { DateTime } from 'luxon'
import { toSqlUtc } from '#chat/models/columns'
import Webhook from '#chat/models/webhook'
import WebhookDelivery, { type DeliveryError } from '#chat/models/webhook_delivery'

/** How an attempt ended, and what becomes of the delivery. */
export interface Attempt {
  status: 'delivered' | 'failed' | 'pending'
  dueAt: DateTime | null
  durationMs: number
  responseStatus: number | null
  responseText: string | null
  error: DeliveryError | null
}

/** After this long an attempt that nobody has ended is taken for abandoned; far longer than one may take. */
const LEASE_SECONDS = 60
const LOOKED_AT = 20
const PRUNED_AT_ONCE = 500

/**
 * The deliveries that are due, for any number of processes to take from: whoever advances a row's count of
 * attempts has it until the lease ends, and nobody else; whoever ends an attempt ends that one alone.
 */
export class DeliveryQueue {
  /** Active webhooks with something to deliver now. */
  due(): Promise<Webhook[]> {
    const [deliveries, webhooks] = [WebhookDelivery.table, Webhook.table]
    /** Not `exists`: MariaDB would rather read the whole index than look into it once per webhook. */
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
   * Takes up to `most` deliveries of a webhook, the oldest first, and never two of one conversation at a
   * time: what happened in it is told in its order, but for what has to be tried again.
   */
  async take(webhook: Webhook, most: number): Promise<WebhookDelivery[]> {
    const seen = new Set<number>()
    const taken: WebhookDelivery[] = []
    for (;;) {
      const due = await this.#dueOf(webhook, seen)
      /** Asked afterwards: what was taken by others before the first question is under way, or has ended. */
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

  /** Notes how an attempt ended; one that has lost its lease meanwhile notes nothing. */
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

  /** Puts a delivery back that could not be tried, for the next to take it. */
  async putBack(delivery: WebhookDelivery): Promise<void> {
    await this.#mine(delivery).update({
      status: 'pending',
      due_at: toSqlUtc(DateTime.utc()),
      attempts: delivery.attempts - 1,
    })
  }

  /** Forgets some of the deliveries that are older than this; answers whether those were all. */
  async prune(days: number): Promise<boolean> {
    const before = DateTime.utc().minus({ days })
    const oldest = await WebhookDelivery.query()
      .orderBy('id')
      .limit(PRUNED_AT_ONCE)
      .select('id', 'created_at')
    const ids = oldest.filter(({ createdAt }) => createdAt < before).map(({ id }) => id)
    if (ids.length) await WebhookDelivery.query().whereIn('id', ids).delete()
    return ids.length < PRUNED_AT_ONCE
  }

  async #claim(delivery: WebhookDelivery): Promise<boolean> {
    const now = DateTime.utc()
    const [claimed] = await WebhookDelivery.query()
      .where({ id: delivery.id, attempts: delivery.attempts })
      .where('due_at', '<=', toSqlUtc(now))
      .update({
        status: 'sending',
        attempts: delivery.attempts + 1,
        due_at: toSqlUtc(now.plus({ seconds: LEASE_SECONDS })),
      })
    delivery.attempts += 1
    return Number(claimed) > 0
  }

  /** The next that are due, but for those of conversations that have been looked at. */
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

  /** No lease ends later than this; what is due after it waits to be tried again, and may be a lot. */
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

  /** The delivery while this attempt is the one that has it. */
  #mine({ id, attempts }: WebhookDelivery) {
    return WebhookDelivery.query().where({ id, attempts, status: 'sending' })
  }
}
