import { type DateTime } from 'luxon'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { utc } from '#crm/models/columns'
import User from '#crm/models/user'

/** Something that happened to a person or a lead; kept once per tenant and key. */
export default class TimelineEntry extends BaseModel {
  static table = 'timeline_entries'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare uniqueKey: string

  @column()
  declare personId: number | null

  @column()
  declare leadId: number | null

  @column()
  declare actorId: number | null

  @column()
  declare event: string

  @column()
  declare title: string

  @column()
  declare description: string | null

  @column()
  declare url: string | null

  @column.dateTime(utc)
  declare occurredAt: DateTime

  @belongsTo(() => User, { foreignKey: 'actorId' })
  declare actor: BelongsTo<typeof User>
}
