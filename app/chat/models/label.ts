import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A label that a team sorts conversations by (C7). Visitors never see it. */
export default class Label extends TenantModel {
  static get table() {
    return chatTable('labels')
  }

  @column()
  declare name: string

  /** The name as it is compared, regardless of case. */
  @column({ serializeAs: null })
  declare nameKey: string

  /** `#rrggbb` */
  @column()
  declare color: string

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
