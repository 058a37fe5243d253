import { column, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import Label from '#crm/models/label'
import Lead from '#crm/models/lead'
import { OwnedRecord } from '#crm/models/owned_record'
import PersonEmail from '#crm/models/person_email'
import PersonPhone from '#crm/models/person_phone'
import Ticket from '#crm/models/ticket'

/** A contact of the company, such as a customer. */
export default class Person extends OwnedRecord {
  static table = 'people'

  @column()
  declare firstName: string

  @column()
  declare lastName: string | null

  @hasMany(() => PersonEmail, { foreignKey: 'personId' })
  declare emails: HasMany<typeof PersonEmail>

  @hasMany(() => PersonPhone, { foreignKey: 'personId' })
  declare phones: HasMany<typeof PersonPhone>

  @hasMany(() => Lead, { foreignKey: 'personId' })
  declare leads: HasMany<typeof Lead>

  @hasMany(() => Ticket, { foreignKey: 'personId' })
  declare tickets: HasMany<typeof Ticket>

  @manyToMany(() => Label, { pivotTable: 'label_person' })
  declare labels: ManyToMany<typeof Label>

  get name() {
    return [this.firstName, this.lastName].filter(Boolean).join(' ')
  }

  get url() {
    return `/people/${this.id}`
  }

  /** The address to write to, of those that have been loaded. */
  get email() {
    const address = this.emails?.find((email) => email.isPrimary) ?? this.emails?.[0]
    return address?.address ?? null
  }

  /** The number to call, of those that have been loaded. */
  get phone() {
    const phone = this.phones?.find((candidate) => candidate.isPrimary) ?? this.phones?.[0]
    return phone?.number ?? null
  }
}
