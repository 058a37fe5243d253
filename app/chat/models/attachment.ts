import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { bigNumber, booleanFlag, utcTimestamp } from '#chat/models/columns'
import type { MessageVisibility } from '#chat/models/message'
import { TenantModel } from '#chat/models/tenant_model'

/** Who may upload files. */
export type UploaderType = 'visitor' | 'agent'

/** A file that a visitor or an agent has uploaded (W19); its bytes are in the `FileStore`. */
export default class Attachment extends TenantModel {
  static get table() {
    return chatTable('attachments')
  }

  /** Null until it is sent. */
  @column(bigNumber)
  declare conversationId: number | null

  /** Null until it is sent. */
  @column(bigNumber)
  declare messageId: number | null

  @column()
  declare uploaderType: UploaderType

  @column(bigNumber)
  declare uploaderId: number

  /** The id that its browser gave it, so that it is kept once. */
  @column()
  declare uploadId: string

  @column()
  declare name: string

  /** What its first bytes say that it is. */
  @column()
  declare mediaType: string

  /** In bytes. */
  @column(bigNumber)
  declare size: number

  /** Of a picture, in pixels as it is shown. */
  @column()
  declare width: number | null

  @column()
  declare height: number | null

  /** Whether the store has a smaller picture of it. */
  @column(booleanFlag)
  declare hasPreview: boolean

  /** That of its message; null until it is sent. */
  @column()
  declare visibility: MessageVisibility | null

  /** When the store had all of it; null while it is being written. */
  @column(utcTimestamp)
  declare keptAt: DateTime | null

  /** When its message was deleted; the bytes follow. */
  @column(utcTimestamp)
  declare removedAt: DateTime | null

  @column(utcTimestamp)
  declare createdAt: DateTime
}
