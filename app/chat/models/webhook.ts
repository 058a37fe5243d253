import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcTimestamp, booleanFlag } from '#chat/models/columns'
import { AuthoredModel } from '#chat/models/authored_model'
import type { WebhookEvent } from '#chat/services/webhooks/webhook_events'

/** An endpoint that receives events of the chat (Z3). */
export default class Webhook extends AuthoredModel {
  static get table() {
    return chatTable('webhooks')
  }

  @column()
  declare url: string

  /** The admin's description. */
  @column()
  declare description: string | null

  @column(jsonDocument)
  declare events: WebhookEvent[]

  /** Whether it also receives what visitors never see: notes and system lines (C6). */
  @column(booleanFlag)
  declare includeNotes: boolean

  /** Whether its address may lie in a private network. */
  @column(booleanFlag)
  declare allowPrivate: boolean

  @column(booleanFlag)
  declare isActive: boolean

  /** The secret that signs deliveries, encrypted with the application's key. */
  @column({ serializeAs: null })
  declare secret: string

  /** The end of the secret, by which people recognise it. */
  @column()
  declare secretHint: string

  /** The previous secret, encrypted: deliveries also carry its signature until the receiver has switched over. */
  @column({ serializeAs: null })
  declare previousSecret: string | null

  @column({ ...utcTimestamp, serializeAs: null })
  declare previousSecretUntil: DateTime | null

  /** Since when every attempt has failed; null while they succeed. */
  @column(utcTimestamp)
  declare failingSince: DateTime | null

  /** `gone`: the receiver answered 410. Null when a person has paused the webhook, or it is active. */
  @column()
  declare stoppedBecause: 'gone' | null
}
