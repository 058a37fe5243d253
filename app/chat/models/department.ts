import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'

/** A part of the team that conversations can be transferred to (R5). */
export default class Department extends ChatModel {
  static table = chatTable('departments')

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare externalId: string

  @column()
  declare tenantId: string

  @column()
  declare name: string

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
