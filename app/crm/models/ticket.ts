import { type DateTime } from 'luxon'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { utc } from '#crm/models/columns'
import Person from '#crm/models/person'
import User from '#crm/models/user'

export const TICKET_STATUSES = ['open', 'closed'] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** A request of a customer that takes more than one conversation. */
export default class Ticket extends BaseModel {
  static table = 'tickets'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare number: number

  @column()
  declare title: string

  @column()
  declare description: string | null

  @column()
  declare status: TicketStatus

  @column()
  declare personId: number | null

  @column()
  declare ownerId: number | null

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime

  @belongsTo(() => Person, { foreignKey: 'personId' })
  declare person: BelongsTo<typeof Person>

  @belongsTo(() => User, { foreignKey: 'ownerId' })
  declare owner: BelongsTo<typeof User>

  /** The number as people say it: `T-1001`. */
  get reference() {
    return `T-${this.number}`
  }

  get url() {
    return `/tickets/${this.id}`
  }
}
