import { type DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import { utc, boolean } from '#crm/models/columns'

/** Whether a tenant has switched a module on; no row means off. */
export default class ModuleState extends BaseModel {
  static table = 'modules'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare moduleId: string

  @column(boolean)
  declare enabled: boolean

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime
}
