import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { OwnedRecord } from '#crm/models/owned_record'
import Person from '#crm/models/person'

export const TICKET_STATUSES = ['open', 'closed'] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** A request of a customer that takes more than one conversation. */
export default class Ticket extends OwnedRecord {
  static table = 'tickets'

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

  @belongsTo(() => Person, { foreignKey: 'personId' })
  declare person: BelongsTo<typeof Person>

  /** The number as people say it: `T-1001`. */
  get reference() {
    return `T-${this.number}`
  }

  get url() {
    return `/tickets/${this.id}`
  }
}
