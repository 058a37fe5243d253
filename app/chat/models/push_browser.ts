import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A browser that gets pushes: an agent's or a visitor's. */
export abstract class PushBrowser extends TenantModel {
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

  @column(utcTimestamp)
  declare createdAt: DateTime
}
