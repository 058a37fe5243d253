import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcMoment } from '#chat/models/columns'
import type { SenderType } from '#chat/models/conversation'
import { TenantModel } from '#chat/models/tenant_model'

export type MessageType = 'text' | 'event' | 'file' | 'note'

/** Who may ever see a message: `internal` ones are agents' alone, on every route and stream (C6). */
export type MessageVisibility = 'public' | 'internal'

/** One entry of a conversation's thread; `seq` is its place in it. */
export default class Message extends TenantModel {
  static table = chatTable('messages')

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

  @column(utcMoment)
  declare readAt: DateTime | null

  @column(utcMoment)
  declare createdAt: DateTime
}
