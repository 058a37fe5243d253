import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** The original of an email that became a message. */
export default class ReceivedMail extends TenantModel {
  static get table() {
    return chatTable('received_mails')
  }

  @column({ isPrimary: true, ...bigNumber })
  declare id: number

  @column()
  declare conversationId: number

  /** Unique for an email and what it answers, so that it is kept once. */
  @column({ serializeAs: null })
  declare onceHash: string

  @column()
  declare fromAddress: string

  @column()
  declare fromName: string

  @column()
  declare subject: string

  /** Bytes of the email as it arrived. */
  @column()
  declare size: number

  /** The email as it arrived, compressed (gzip). */
  @column({ serializeAs: null })
  declare raw: Buffer

  @column(utcTimestamp)
  declare createdAt: DateTime
}
