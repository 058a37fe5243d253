import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A part of the team that conversations can be transferred to (R5). */
export default class Department extends TenantModel {
  static table = chatTable('departments')

  @column()
  declare name: string

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
