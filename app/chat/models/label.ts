import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcMoment } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A word of the team's own that conversations are sorted by (C7). Visitors never learn of it. */
export default class Label extends TenantModel {
  static table = chatTable('labels')

  @column()
  declare name: string

  /** The name as it is compared: two that differ in case alone are one. */
  @column({ serializeAs: null })
  declare nameKey: string

  /** `#rrggbb` */
  @column()
  declare color: string

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
