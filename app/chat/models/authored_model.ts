import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A row that users of the CRM create and change; a null user is a program. */
export abstract class AuthoredModel extends TenantModel {
  @column()
  declare userCreatedId: string | null

  @column()
  declare userUpdatedId: string | null

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
