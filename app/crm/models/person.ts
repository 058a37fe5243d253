import { type DateTime } from 'luxon'
import { BaseModel, belongsTo, column, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import { utc } from '#crm/models/columns'
import Label from '#crm/models/label'
import Lead from '#crm/models/lead'
import PersonEmail from '#crm/models/person_email'
import PersonPhone from '#crm/models/person_phone'
import Ticket from '#crm/models/ticket'
import User from '#crm/models/user'

/** A contact of the company, such as a customer. */
export default class Person extends BaseModel {
  static table = 'people'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare firstName: string

  @column()
  declare lastName: string | null

  @column()
  declare ownerId: number | null

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime

  @hasMany(() => PersonEmail, { foreignKey: 'personId' })
  declare emails: HasMany<typeof PersonEmail>

  @hasMany(() => PersonPhone, { foreignKey: 'personId' })
  declare phones: HasMany<typeof PersonPhone>

  @hasMany(() => Lead, { foreignKey: 'personId' })
  declare leads: HasMany<typeof Lead>

  @hasMany(() => Ticket, { foreignKey: 'personId' })
  declare tickets: HasMany<typeof Ticket>

  @belongsTo(() => User, { foreignKey: 'ownerId' })
  declare owner: BelongsTo<typeof User>

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
