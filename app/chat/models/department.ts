import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A part of the team that conversations can be transferred to (R5). */
export default class Department extends TenantModel {
  static get table() {
    return chatTable('departments')
  }

  @column()
  declare name: string

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
