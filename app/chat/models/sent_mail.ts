import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'

/** An email about a conversation that the mail server has taken. */
export default class SentMail extends ChatModel {
  static get table() {
    return chatTable('sent_mails')
  }

  @column({ isPrimary: true, ...bigNumber })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare conversationId: number

  /** With angle brackets. */
  @column()
  declare messageId: string

  /** The `seq` of the last message in it. */
  @column()
  declare upToSeq: number

  @column(utcTimestamp)
  declare createdAt: DateTime
}
