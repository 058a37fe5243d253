import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcTimestamp, booleanFlag } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { InboxQuery } from '#chat/services/inbox/inbox_query'

/** A named filter of the inbox, for its author or for the whole team (I11). */
export default class SavedView extends TenantModel {
  static get table() {
    return chatTable('saved_views')
  }

  /** The author. */
  @column()
  declare agentId: number

  @column(booleanFlag)
  declare isShared: boolean

  @column()
  declare name: string

  @column(jsonDocument)
  declare filters: InboxQuery

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
