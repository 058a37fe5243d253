import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcMoment, yesNo } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { InboxAddress } from '#chat/services/inbox_address'

/** Filters of the inbox under a name, for whoever made it or for the whole team (I11). */
export default class SavedView extends TenantModel {
  static table = chatTable('saved_views')

  /** Whoever made it. */
  @column()
  declare agentId: number

  @column(yesNo)
  declare isShared: boolean

  @column()
  declare name: string

  @column(jsonDocument)
  declare filters: InboxAddress

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
