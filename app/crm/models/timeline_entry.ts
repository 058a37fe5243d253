import { type DateTime } from 'luxon'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { utc } from '#crm/models/columns'
import User from '#crm/models/user'

/** The channels that this CRM knows by name. */
const CHANNELS: Record<string, { label: string; icon: string }> = {
  chat: { label: 'Chat', icon: 'message' },
  email: { label: 'Email', icon: 'mail' },
  phone: { label: 'Call', icon: 'phone' },
  sms: { label: 'SMS', icon: 'message' },
}

/** Something that happened to a person or a lead; kept once per tenant and key. */
export default class TimelineEntry extends BaseModel {
  static table = 'timeline_entries'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare uniqueKey: string

  @column()
  declare personId: number | null

  @column()
  declare leadId: number | null

  @column()
  declare actorId: number | null

  @column()
  declare event: string

  /** By which way people and the company reached each other; null for what was done within the CRM. */
  @column()
  declare channel: string | null

  @column()
  declare direction: 'in' | 'out' | null

  /** The icon beside it. */
  get icon() {
    if (this.event === 'note') return 'note'
    return this.channel ? (CHANNELS[this.channel]?.icon ?? 'message') : 'clock'
  }

  /** The channel as people call it; null for what was done within the CRM. */
  get channelLabel() {
    return this.channel && (CHANNELS[this.channel]?.label ?? this.channel)
  }

  @column()
  declare title: string

  @column()
  declare description: string | null

  @column()
  declare url: string | null

  @column.dateTime(utc)
  declare occurredAt: DateTime

  @belongsTo(() => User, { foreignKey: 'actorId' })
  declare actor: BelongsTo<typeof User>
}
