import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** The certificate of an erasure (V9): what was deleted is counted, and nothing of it is kept. */
export default class Erasure extends TenantModel {
  static get table() {
    return chatTable('erasures')
  }

  @column()
  declare visitorId: number

  /** What the visitor was known by; it leads nowhere any more. */
  @column()
  declare visitorUuid: string

  /** The agent who asked for it. */
  @column()
  declare agentId: number

  /** The same agent as a user of the CRM. */
  @column()
  declare userId: string

  @column()
  declare conversations: number

  @column()
  declare messages: number

  @column()
  declare files: number

  @column()
  declare pageViews: number

  /** Webhook deliveries. */
  @column()
  declare deliveries: number

  @column(utcTimestamp)
  declare createdAt: DateTime

  /** Null while there is still something to delete. */
  @column(utcTimestamp)
  declare finishedAt: DateTime | null

  /** When an admin ended it before it was done; null again when it is asked for once more. */
  @column(utcTimestamp)
  declare cancelledAt: DateTime | null
}
