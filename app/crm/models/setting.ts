import { type DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import { utc, boolean } from '#crm/models/columns'

/** What a company has chosen for its CRM; one row per tenant. */
export default class Setting extends BaseModel {
  static table = 'settings'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare tenantId: string

  @column()
  declare companyName: string

  @column()
  declare currency: string

  @column()
  declare timeZone: string

  @column(boolean)
  declare employeesSeeAllChats: boolean

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime
}
