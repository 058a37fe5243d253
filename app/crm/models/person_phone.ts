import { type DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import { utc, boolean } from '#crm/models/columns'

/** A telephone number of a person. */
export default class PersonPhone extends BaseModel {
  static table = 'person_phones'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare personId: number

  @column()
  declare number: string

  @column()
  declare type: string

  @column(boolean)
  declare isPrimary: boolean

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime
}
