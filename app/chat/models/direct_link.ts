import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'

/** A link in an email that opens one conversation on any device. Neither of its secrets is stored. */
export default class DirectLink extends ChatModel {
  static get table() {
    return chatTable('direct_links')
  }

  @column({ isPrimary: true, ...bigNumber })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare widgetId: number

  @column()
  declare visitorId: number

  /** The one conversation that it opens; moves on when a message to an ended one begins another. */
  @column()
  declare conversationId: number

  /** The address that it was sent to. */
  @column()
  declare email: string

  /** SHA-256 of the token in the link. */
  @column({ serializeAs: null })
  declare tokenHash: string

  /** SHA-256 of the visitor token that the link is exchanged for. */
  @column({ serializeAs: null })
  declare sessionHash: string

  @column(utcTimestamp)
  declare expiresAt: DateTime

  @column(utcTimestamp)
  declare createdAt: DateTime
}
