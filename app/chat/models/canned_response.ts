import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** An answer that a team has written once and uses often (R7); called up by its shortcut. */
export default class CannedResponse extends TenantModel {
  static table = chatTable('canned_responses')

  /** What follows the `/`; lower case, unique in the tenant. */
  @column()
  declare shortcut: string

  @column()
  declare title: string

  /** With placeholders, as the team wrote it (see `services/answers/placeholders`). */
  @column()
  declare content: string

  @column()
  declare userCreatedId: string | null

  @column()
  declare userUpdatedId: string | null

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
