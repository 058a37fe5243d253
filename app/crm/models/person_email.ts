import { type DateTime } from 'luxon'
import { BaseModel, beforeSave, column } from '@adonisjs/lucid/orm'
import { utc, boolean } from '#crm/models/columns'
import { normalizeEmail } from '#crm/support/email'

/** An address of a person; it is subscribed to nothing until the person asks for it. */
export default class PersonEmail extends BaseModel {
  static table = 'person_emails'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare personId: number

  @column()
  declare address: string

  /** What addresses are compared by. */
  @column()
  declare normalized: string

  @column()
  declare type: string

  @column(boolean)
  declare isPrimary: boolean

  @column(boolean)
  declare subscribed: boolean

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime

  @beforeSave()
  static normalizeAddress(email: PersonEmail) {
    email.normalized = normalizeEmail(email.address)
  }
}
