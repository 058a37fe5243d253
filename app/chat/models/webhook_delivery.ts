import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'
import type { PostFailure } from '#chat/services/webhooks/post'

/** `sending`: somebody is at it until `dueAt`; whoever finds it later takes it for abandoned. */
export const DELIVERY_STATUSES = ['pending', 'sending', 'delivered', 'failed'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** Why the last attempt failed. */
export type DeliveryError = PostFailure | 'status' | 'redirect' | 'gone' | 'secret'

/**
 * One event on its way to one webhook: owed from the moment at which it was committed. Its external id is
 * the `id` that the receiver sees, the same with each attempt.
 */
export default class WebhookDelivery extends TenantModel {
  static table = chatTable('webhook_deliveries')

  @column()
  declare webhookId: number

  @column()
  declare conversationId: number | null

  @column()
  declare event: WebhookEvent | 'ping'

  /** The body as it is sent, to the letter. */
  @column()
  declare payload: string

  @column()
  declare status: DeliveryStatus

  @column()
  declare attempts: number

  /** When it is tried next; null when it is done with. */
  @column(utcMoment)
  declare dueAt: DateTime | null

  @column(utcMoment)
  declare attemptedAt: DateTime | null

  @column()
  declare durationMs: number | null

  @column()
  declare responseStatus: number | null

  /** How the answer began; null for answers from private networks. */
  @column()
  declare responseText: string | null

  @column()
  declare error: DeliveryError | null

  @column(utcMoment)
  declare createdAt: DateTime
}
