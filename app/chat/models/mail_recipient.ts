import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { bigNumber, utcTimestamp } from '#chat/models/columns'

/** What someone who gets an email is to its conversation. */
export type MailRole = 'visitor' | 'team' | 'agent'

/** Who an email about a conversation goes to: an answer to it is theirs, and so is its bounce. */
export default class MailRecipient extends ChatModel {
  static get table() {
    return chatTable('mail_recipients')
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

  @column()
  declare role: MailRole

  /** Trimmed and in lower case. */
  @column()
  declare email: string

  /** The agent, when it is one. */
  @column()
  declare agentId: number | null

  /** SHA-256 of the token in the address that answers go to; null where none are received. */
  @column({ serializeAs: null })
  declare tokenHash: string | null

  @column(utcTimestamp)
  declare createdAt: DateTime
}
