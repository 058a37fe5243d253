import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'

/** How far a tenant's days are counted, and the time zone of those days. */
export default class RollupState extends ChatModel {
  static get table() {
    return chatTable('rollups')
  }

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare timeZone: string

  /** Changes up to this time are counted; null before the first count. */
  @column(utcTimestamp)
  declare countedAt: DateTime | null

  /** The last day, `2026-11-28`, whose counts stay as they are: conversations of it may have been deleted by age. */
  @column()
  declare keptUntil: string | null
}
