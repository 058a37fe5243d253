import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcMoment } from '#chat/models/columns'

/** One thing that is to happen later. A purpose has one row at most: its `key`. */
export default class DueAction extends ChatModel {
  static table = chatTable('due_actions')
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare key: string

  /** New with each schedule: a run that began before it neither ends nor delays what came after. */
  @column()
  declare token: string

  @column()
  declare tenantId: string

  /** The name under which its class is registered. */
  @column()
  declare kind: string

  @column()
  declare conversationId: number | null

  /** What its kind needs to know besides the world as it is then. */
  @column(jsonDocument)
  declare payload: Record<string, unknown>

  @column()
  declare attempts: number

  /** While it runs, the end of its lease; null once it has failed too often. */
  @column(utcMoment)
  declare dueAt: DateTime | null

  /** Why the last attempt failed. */
  @column()
  declare error: string | null

  @column(utcMoment)
  declare createdAt: DateTime
}
