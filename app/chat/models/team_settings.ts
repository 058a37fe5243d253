import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp, booleanFlag } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** The settings of a tenant's whole team: one row, or none while the defaults hold. */
export default class TeamSettings extends TenantModel {
  static get table() {
    return chatTable('settings')
  }

  /** Whether conversations that await the visitor count towards an agent's maximum. */
  @column(booleanFlag)
  declare awaitingVisitorCounts: boolean

  /** Whether the module is on, where the host leaves that to the chat. */
  @column(booleanFlag)
  declare isEnabled: boolean

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
