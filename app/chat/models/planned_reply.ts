import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** A reply that an agent sends at a later time; agents see it until then, the visitor never does. */
export default class PlannedReply extends TenantModel {
  static get table() {
    return chatTable('planned_replies')
  }

  @column()
  declare conversationId: number

  /** Under whose name it is sent. */
  @column()
  declare agentId: number

  @column()
  declare agentName: string

  @column()
  declare content: string

  /** The id that its message will have, so that it is stored once. */
  @column()
  declare clientMessageId: string

  @column(utcTimestamp)
  declare dueAt: DateTime

  /** `sending` while it becomes a message; `ended` when it was not sent, because its conversation had. */
  @column()
  declare problem: 'ended' | 'sending' | null

  @column(utcTimestamp)
  declare createdAt: DateTime
}
