import { type DateTime } from 'luxon'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { utc } from '#crm/models/columns'
import User from '#crm/models/user'

/** A record of a tenant that one of its users looks after. */
export abstract class OwnedRecord extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare ownerId: number | null

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime

  @belongsTo(() => User, { foreignKey: 'ownerId' })
  declare owner: BelongsTo<typeof User>
}
