import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { toSqlUtc } from '#chat/models/columns'
import type Conversation from '#chat/models/conversation'
import type Webhook from '#chat/models/webhook'
import { agentEvent } from '#chat/transformers/agent_view'
import type { Subscriptions } from '#chat/services/webhooks/subscriptions'
import type { Fact } from '#chat/services/webhooks/webhook_events'

/**
 * What webhooks are owed: a row per delivery, committed with what it tells of, so that nothing is told
 * that did not happen, and nothing that happened is lost. The courier takes it from there.
 */
export class Outbox {
  #alarm = () => {}

  constructor(protected subscriptions: Subscriptions) {}

  /** To be called before the transaction begins. */
  prepare(): Promise<void> {
    return this.subscriptions.prepare()
  }

  /** Adds what subscribers are owed, in one statement, or none where nobody subscribes. */
  async add(facts: Fact[], trx: TransactionClientContract): Promise<boolean> {
    const rows = facts.flatMap((fact) => this.#rowsFor(fact))
    if (rows.length) await trx.table(WebhookDelivery.table).multiInsert(rows)
    return rows.length > 0
  }

  /** What is waiting or kept about a conversation goes with it. */
  async forget({ id }: Conversation, trx: TransactionClientContract): Promise<void> {
    /** By their ids: a range would lock out its neighbours, who are being written to. */
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

  /** A test, which any webhook understands. */
  async ping({ id, externalId, tenantId }: Webhook): Promise<WebhookDelivery> {
    const data = {
      message: 'The webhook works.',
      webhook_id: externalId,
      _tenant_id: tenantId,
      _timestamp: DateTime.utc().toISO(),
    }
    const row = rowOf('ping', data, { webhookId: id, tenantId, conversationId: null })
    await WebhookDelivery.query().client.table(WebhookDelivery.table).insert(row)
    return WebhookDelivery.findByOrFail('external_id', row.external_id)
  }

  /** Whom to wake when deliveries have been committed. */
  onAdded(alarm: () => void) {
    this.#alarm = alarm
  }

  /** Deliveries have been committed. */
  wake() {
    this.#alarm()
  }

  #rowsFor({ name, payload }: Fact) {
    const { conversation } = payload
    const message = 'message' in payload ? payload.message : null
    const subscribers = this.subscriptions
      .of(conversation.tenantId, name)
      .filter(({ includeNotes }) => includeNotes || message?.visibility !== 'internal')
    if (subscribers.length === 0) return []
    const data = agentEvent(conversation, message)
    const { tenantId, id: conversationId } = conversation
    return subscribers.map(({ id }) =>
      rowOf(name, data, { webhookId: id, tenantId, conversationId })
    )
  }
}

function rowOf(
  event: string,
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
    payload: JSON.stringify({ id, event, created_at: now.toISO(), data }),
    due_at: toSqlUtc(now),
    created_at: toSqlUtc(now),
  }
}
