import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A canned response: a text that a team sends often (R7), inserted by its shortcut. */
export default class CannedResponse extends TenantModel {
  static get table() {
    return chatTable('canned_responses')
  }

  /** The text after `/`; lower case, unique within the tenant. */
  @column()
  declare shortcut: string

  @column()
  declare title: string

  /** With placeholders, as the team wrote it (see `services/canned_responses/placeholders`). */
  @column()
  declare content: string

  @column()
  declare userCreatedId: string | null

  @column()
  declare userUpdatedId: string | null

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
