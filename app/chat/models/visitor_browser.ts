import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'
import { PushBrowser } from '#chat/models/push_browser'

/** A visitor's browser that gets a push when the team replies. */
export default class VisitorBrowser extends PushBrowser {
  static get table() {
    return chatTable('visitor_browsers')
  }

  @column()
  declare visitorId: number

  /** The session of a verified visitor; the push ends with it. */
  @column(bigNumber)
  declare sessionId: number | null

  /** The newest reply that was pushed; 0 for none. */
  @column(bigNumber)
  declare pushedMessageId: number

  @column(utcTimestamp)
  declare pushedAt: DateTime | null
}
