import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'

/** The key pair with which a tenant's pushes are signed (VAPID); browsers subscribe to the public one. */
export default class PushKey extends ChatModel {
  static get table() {
    return chatTable('push_keys')
  }
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare tenantId: string

  /** An uncompressed P-256 point, base64url. */
  @column()
  declare publicKey: string

  /** PKCS #8 in PEM, encrypted with the application's key. */
  @column({ serializeAs: null })
  declare privateKey: string

  @column(utcTimestamp)
  declare createdAt: DateTime
}
