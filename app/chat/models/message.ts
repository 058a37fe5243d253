import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { booleanFlag, jsonDocument, utcTimestamp } from '#chat/models/columns'
import type { SenderType } from '#chat/models/conversation_thread'
import { TenantModel } from '#chat/models/tenant_model'

/** The kinds of entry in a thread: `event` is a line of the system, such as an assignment. */
export type MessageType = 'text' | 'event' | 'file' | 'note'

/** Who may see a message: `internal` ones are for agents only, on every route and stream (C6). */
export type MessageVisibility = 'public' | 'internal'

/** One entry of a conversation's thread; `seq` is its position. */
export default class Message extends TenantModel {
  static get table() {
    return chatTable('messages')
  }

  @column()
  declare conversationId: number

  @column()
  declare seq: number

  @column()
  declare clientMessageId: string | null

  @column()
  declare senderType: SenderType

  @column()
  declare senderId: number | null

  @column()
  declare senderName: string

  @column()
  declare visibility: MessageVisibility

  @column()
  declare type: MessageType

  @column()
  declare content: string

  @column(jsonDocument)
  declare metadata: Record<string, unknown> | null

  /** Whether its sender was a verified visitor when it was sent (V6). */
  @column(booleanFlag)
  declare isVerified: boolean

  @column(utcTimestamp)
  declare readAt: DateTime | null

  @column(utcTimestamp)
  declare createdAt: DateTime
}
