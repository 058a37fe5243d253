import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { Language } from '#chat/texts/languages'

/** A browser of an agent that gets pushes. */
export default class PushSubscription extends TenantModel {
  static get table() {
    return chatTable('push_subscriptions')
  }

  @column()
  declare agentId: number

  /** The address at which the browser's push service takes messages for it. */
  @column({ serializeAs: null })
  declare endpoint: string

  /** SHA-256 of the endpoint: a browser has one row, for all of its users. */
  @column({ serializeAs: null })
  declare endpointHash: string

  /** The browser's public key (`p256dh`), base64url. */
  @column({ serializeAs: null })
  declare browserKey: string

  /** The browser's authentication secret (`auth`), encrypted with the application's key. */
  @column({ serializeAs: null })
  declare secret: string

  /** The language of its notifications; null for that of the installation. */
  @column()
  declare locale: Language | null

  @column()
  declare userAgent: string | null

  @column(utcTimestamp)
  declare createdAt: DateTime

  @belongsTo(() => Agent)
  declare agent: BelongsTo<typeof Agent>
}
