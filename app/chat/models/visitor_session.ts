import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'

/** A browser in which a visitor has been verified; each has a token of its own. */
export default class VisitorSession extends ChatModel {
  static get table() {
    return chatTable('visitor_sessions')
  }

  @column({ isPrimary: true, ...bigNumber })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare widgetId: number

  @column()
  declare visitorId: number

  /** The user of the host who is logged in there; null for visitors of websites. */
  @column({ serializeAs: null })
  declare hostUserId: string | null

  /** SHA-256 of the visitor token that the browser holds. */
  @column({ serializeAs: null })
  declare tokenHash: string

  /** Until then, what comes from this browser counts as verified. */
  @column(utcTimestamp)
  declare verifiedUntil: DateTime

  /** Until then, the token reaches the visitor's conversations. */
  @column(utcTimestamp)
  declare expiresAt: DateTime

  @column(utcTimestamp)
  declare createdAt: DateTime
}
