import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'

/** How far a tenant's days are counted, and in which time zone their days begin and end. */
export default class RollupState extends ChatModel {
  static table = chatTable('rollups')

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare timeZone: string

  /** Changes up to here are counted; null before the first count. */
  @column(utcMoment)
  declare countedAt: DateTime | null
}
