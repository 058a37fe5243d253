import type { Group } from '@japa/runner/core'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'

/** A record of some other CRM: its people, its deals and its users alike. */
export class Contact extends BaseModel {
  static table = 'host_contacts'

  @column({ isPrimary: true })
  declare id: number

  @column({ columnName: 'org' })
  declare organisation: string | null

  @column()
  declare firstName: string

  @column()
  declare lastName: string | null

  @column({ columnName: 'mail' })
  declare address: string | null

  @column()
  declare phone: string | null

  @column()
  declare stage: string | null

  @column()
  declare notes: string | null

  @column()
  declare ownerId: string | null
}

export const contacts = async () => ({ default: Contact })

/** Gives the tests of a group an empty table of contacts. */
export function withContacts(group: Group) {
  group.setup(async () => {
    await db.connection().schema.dropTableIfExists(Contact.table)
    await db.connection().schema.createTable(Contact.table, (table) => {
      table.increments('id')
      for (const name of ['org', 'first_name', 'last_name', 'mail', 'phone', 'stage', 'owner_id']) {
        table.string(name).nullable()
      }
      table.text('notes').nullable()
    })
    return () => db.connection().schema.dropTable(Contact.table)
  })
  group.each.setup(async () => {
    await Contact.query().delete()
  })
}
