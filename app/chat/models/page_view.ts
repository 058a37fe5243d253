import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'

/** One page viewed by a visitor (V3). */
export default class PageView extends ChatModel {
  static get table() {
    return chatTable('visitor_page_views')
  }

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare visitorId: number

  @column()
  declare url: string

  @column()
  declare title: string | null

  @column(utcTimestamp)
  declare viewedAt: DateTime
}
