import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'

/**
 * A CRM user as the chat knows them. The name is a copy, kept fresh whenever the user acts, so that
 * lists and threads need not ask the host.
 */
export default class Agent extends ChatModel {
  static table = chatTable('agents')

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare externalId: string

  @column()
  declare tenantId: string

  @column()
  declare userId: string

  @column()
  declare name: string

  @column()
  declare avatarUrl: string | null

  @column()
  declare status: 'online' | 'away' | 'busy' | 'offline'

  @column()
  declare maxConcurrentChats: number

  @column()
  declare currentChatsCount: number

  @column()
  declare totalChatsCount: number

  @column()
  declare totalRating: number

  @column()
  declare ratingsCount: number

  @column(utcMoment)
  declare lastActiveAt: DateTime | null

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
