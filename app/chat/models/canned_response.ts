import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'

/** An answer that a team has written once and uses often (R7); called up by its shortcut. */
export default class CannedResponse extends ChatModel {
  static table = chatTable('canned_responses')

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare externalId: string

  @column()
  declare tenantId: string

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
