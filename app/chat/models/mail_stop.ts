import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'

/** Why an address gets no more emails: its owner has unsubscribed, or the mail server refused it. */
export type MailStopReason = 'unsubscribed' | 'bounced'

/** An address that a tenant's chats send no emails to. */
export default class MailStop extends ChatModel {
  static get table() {
    return chatTable('mail_stops')
  }

  @column({ isPrimary: true, ...bigNumber })
  declare id: number

  @column()
  declare tenantId: string

  /** Trimmed and in lower case. */
  @column()
  declare email: string

  @column()
  declare reason: MailStopReason

  @column(utcTimestamp)
  declare createdAt: DateTime
}
