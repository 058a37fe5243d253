import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { booleanFlag, jsonDocument, utcTimestamp } from '#chat/models/columns'
import type { Channels } from '#chat/services/notifications/notice_kinds'
import type { Language } from '#chat/texts/languages'

/** How one agent wants to be notified: a row, or none while the defaults hold. */
export default class NotificationSettings extends ChatModel {
  static get table() {
    return chatTable('notification_settings')
  }
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare agentId: number

  /** The channels of each kind. */
  @column(jsonDocument)
  declare channels: Channels

  /** Whether the quiet hours count. */
  @column(booleanFlag)
  declare isQuiet: boolean

  /** `22:00`, on the clock of `timeZone`. */
  @column()
  declare quietFrom: string

  @column()
  declare quietUntil: string

  /** An IANA zone. */
  @column()
  declare timeZone: string

  /** The language of emails to the agent; null for that of the installation. */
  @column()
  declare locale: Language | null

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
