import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcMoment, yesNo } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'

/** An address outside that is told what happens in the chat (Z3). */
export default class Webhook extends TenantModel {
  static table = chatTable('webhooks')

  @column()
  declare url: string

  /** What it is for, in the admin's words. */
  @column()
  declare description: string | null

  @column(jsonDocument)
  declare events: WebhookEvent[]

  /** Whether it gets what no visitor may see, too: notes and the lines of the thread's history (C6). */
  @column(yesNo)
  declare includeNotes: boolean

  /** Whether its address may lie in a private network. */
  @column(yesNo)
  declare allowPrivate: boolean

  @column(yesNo)
  declare isActive: boolean

  /** What deliveries are signed with, encrypted with the application's key. */
  @column({ serializeAs: null })
  declare secret: string

  /** The end of the secret, for people to tell it by. */
  @column()
  declare secretHint: string

  /** The one before, encrypted: deliveries carry its signature as well until the receiver has changed. */
  @column({ serializeAs: null })
  declare previousSecret: string | null

  @column({ ...utcMoment, serializeAs: null })
  declare previousSecretUntil: DateTime | null

  /** Since when every attempt has failed; null while they succeed. */
  @column(utcMoment)
  declare failingSince: DateTime | null

  /** `gone`: its receiver has asked for no more. Null when a person has switched it off, or it is on. */
  @column()
  declare stoppedBecause: 'gone' | null

  @column()
  declare userCreatedId: string | null

  @column()
  declare userUpdatedId: string | null

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
