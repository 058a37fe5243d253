import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { toSqlUtc } from '#chat/models/columns'
import type Conversation from '#chat/models/conversation'
import type Webhook from '#chat/models/webhook'
import { newestMessage } from '#chat/services/conversations/message_log'
import { agentEvent } from '#chat/transformers/agent_view'
import type { Subscriptions } from '#chat/services/webhooks/subscriptions'
import { WEBHOOK_EVENTS, type DomainEvent } from '#chat/services/webhooks/webhook_events'
import { pingShape } from '#chat/transformers/api/event'
import { WEBHOOK_REQUESTS, type WebhookRequest } from '#chat/transformers/api/webhook_request'

/**
 * Pending webhook deliveries: one row each, committed with the change that it reports, so that every committed change
 * is delivered and nothing else. The webhook worker sends them.
 */
export class DeliveryOutbox {
  #onAdded = () => {}

  constructor(protected subscriptions: Subscriptions) {}

  /** To be called before the transaction begins. */
  prepare(): Promise<void> {
    return this.subscriptions.prepare()
  }

  /** Whether any webhook of the tenant wants to know of messages or changed conversations. */
  hasSubscribers(tenantId: string): boolean {
    return WEBHOOK_EVENTS.some((event) => this.subscriptions.of(tenantId, event).length > 0)
  }

  /** Inserts the deliveries of all subscribers in one statement; none when there is no subscriber. */
  async add(facts: DomainEvent[], trx: TransactionClientContract): Promise<boolean> {
    const rows = []
    for (const fact of facts) rows.push(...(await this.#rowsFor(fact, trx)))
    if (rows.length) await trx.table(WebhookDelivery.table).multiInsert(rows)
    return rows.length > 0
  }

  /** Deletes the deliveries about a deleted conversation. */
  async forget({ id }: Conversation, trx: TransactionClientContract): Promise<void> {
    /** By ids: a range would lock neighbouring rows, which are being inserted concurrently. */
    const rows = await WebhookDelivery.query({ client: trx })
      .where('conversation_id', id)
      .select('id')
    const ids = rows.map((row) => row.id)
    for (let from = 0; from < ids.length; from += 500) {
      await WebhookDelivery.query({ client: trx })
        .whereIn('id', ids.slice(from, from + 500))
        .delete()
    }
  }

  /** Inserts a test delivery, whatever events the webhook subscribes to. */
  async ping(webhook: Webhook): Promise<WebhookDelivery> {
    const { id, tenantId } = webhook
    const row = rowOf('ping', pingShape.of(webhook), {
      webhookId: id,
      tenantId,
      conversationId: null,
    })
    await WebhookDelivery.query().client.table(WebhookDelivery.table).insert(row)
    return WebhookDelivery.findByOrFail('external_id', row.external_id)
  }

  /** Registers the callback that runs when deliveries have been committed. */
  onAdded(callback: () => void) {
    this.#onAdded = callback
  }

  /** Runs the registered callback: deliveries have been committed. */
  trigger() {
    this.#onAdded()
  }

  /**
   * Internal messages go only to webhooks that receive notes; for a change, the others get the newest public message.
   */
  async #rowsFor({ name, payload }: DomainEvent, trx: TransactionClientContract) {
    const { conversation } = payload
    const message = 'message' in payload ? payload.message : null
    const isInternal = message?.visibility === 'internal'
    const isSent = name === 'chat.message.sent'
    const { tenantId, id: conversationId } = conversation
    const subscribers = this.subscriptions
      .of(tenantId, name)
      .filter(({ includeNotes }) => includeNotes || !isInternal || !isSent)
    if (subscribers.length === 0) return []
    const hidesLine = isInternal && subscribers.some(({ includeNotes }) => !includeNotes)
    const visible = hidesLine
      ? await newestMessage(conversation, { visibility: 'public', client: trx })
      : message
    const whole = agentEvent(conversation, message)
    const open = agentEvent(conversation, visible)
    return subscribers.map(({ id, includeNotes }) =>
      rowOf(name, includeNotes ? whole : open, { webhookId: id, tenantId, conversationId })
    )
  }
}

function rowOf(
  event: WebhookRequest['event'],
  data: object,
  about: { webhookId: number; tenantId: string; conversationId: number | null }
) {
  const id = randomUUID()
  const now = DateTime.utc()
  return {
    external_id: id,
    tenant_id: about.tenantId,
    webhook_id: about.webhookId,
    conversation_id: about.conversationId,
    event,
    payload: JSON.stringify(WEBHOOK_REQUESTS[event].of({ id, event, createdAt: now, data })),
    due_at: toSqlUtc(now),
    created_at: toSqlUtc(now),
  }
}
