import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcTimestamp } from '#chat/models/columns'

/** One scheduled action. A purpose has at most one row per conversation, identified by its `key`. */
export default class DueAction extends ChatModel {
  static get table() {
    return chatTable('due_actions')
  }
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare key: string

  /** Replaced with each schedule: an older run neither deletes nor postpones the new row. */
  @column()
  declare token: string

  @column()
  declare tenantId: string

  /** The name of its registered `DueKind`. */
  @column()
  declare kind: string

  @column()
  declare conversationId: number | null

  /** Parameters that the kind stores with the row. */
  @column(jsonDocument)
  declare payload: Record<string, unknown>

  @column()
  declare attempts: number

  /** While it runs, the end of its lease; null once it has failed too often. */
  @column(utcTimestamp)
  declare dueAt: DateTime | null

  /** Why the last attempt failed. */
  @column()
  declare error: string | null

  @column(utcTimestamp)
  declare createdAt: DateTime
}
