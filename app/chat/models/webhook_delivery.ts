import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'
import type { PostFailure } from '#chat/services/webhooks/guarded_post'

/** `sending`: an attempt owns it until `dueAt`; after that it counts as abandoned. */
export const DELIVERY_STATUSES = ['pending', 'sending', 'delivered', 'failed'] as const
/** How far a delivery has come; `failed` after its last attempt. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** Why the last attempt failed. */
export type DeliveryError = PostFailure | 'status' | 'redirect' | 'gone' | 'secret'

/**
 * One event for one webhook, inserted with the change that it reports. Its external id is the `id` that the receiver
 * sees, the same with each attempt.
 */
export default class WebhookDelivery extends TenantModel {
  static get table() {
    return chatTable('webhook_deliveries')
  }

  @column()
  declare webhookId: number

  @column()
  declare conversationId: number | null

  @column()
  declare event: WebhookEvent | 'ping'

  /** The exact body that is sent. */
  @column()
  declare payload: string

  @column()
  declare status: DeliveryStatus

  @column()
  declare attempts: number

  /** When the next attempt is due; null when there is none. */
  @column(utcTimestamp)
  declare dueAt: DateTime | null

  @column(utcTimestamp)
  declare attemptedAt: DateTime | null

  @column()
  declare durationMs: number | null

  @column()
  declare responseStatus: number | null

  /** The beginning of the response; null for responses from private networks. */
  @column()
  declare responseText: string | null

  @column()
  declare error: DeliveryError | null

  @column(utcTimestamp)
  declare createdAt: DateTime
}
