import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A visitor's browser that gets a push when the team replies. */
export default class VisitorBrowser extends TenantModel {
  static get table() {
    return chatTable('visitor_browsers')
  }

  @column()
  declare visitorId: number

  /** The session of a verified visitor; the push ends with it. */
  @column(bigNumber)
  declare sessionId: number | null

  /** The address at which the browser's push service takes messages for it. */
  @column({ serializeAs: null })
  declare endpoint: string

  /** SHA-256 of the endpoint: a browser has one row. */
  @column({ serializeAs: null })
  declare endpointHash: string

  /** The browser's public key (`p256dh`), base64url. */
  @column({ serializeAs: null })
  declare browserKey: string

  /** The browser's authentication secret (`auth`), encrypted with the application's key. */
  @column({ serializeAs: null })
  declare secret: string

  /** The newest reply that was pushed; 0 for none. */
  @column(bigNumber)
  declare pushedMessageId: number

  @column(utcTimestamp)
  declare pushedAt: DateTime | null

  @column(utcTimestamp)
  declare createdAt: DateTime
}
