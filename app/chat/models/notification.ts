import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import { chatTable } from '#chat/models/chat_model'
import { bigNumber, booleanFlag, utcTimestamp } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { TenantModel } from '#chat/models/tenant_model'
import type { NoticeKind } from '#chat/services/notifications/notice_kinds'

/**
 * What one agent is notified of (N2, N3): one row per cause and agent, which counts what follows until it is read. It
 * holds no text: words come from the conversation when they are shown.
 */
export default class Notification extends TenantModel {
  static get table() {
    return chatTable('notifications')
  }

  @column()
  declare agentId: number

  @column()
  declare conversationId: number

  @column()
  declare kind: NoticeKind

  /** Unique while it is unread, then null. */
  @column()
  declare openKey: string | null

  /** The agent who caused it; null for a visitor, the queue and the clock. */
  @column()
  declare byAgentId: number | null

  /** The note of a transfer. */
  @column(bigNumber)
  declare messageId: number | null

  /** The visitor's messages that were unread when it was last raised; 1 for every other cause. */
  @column()
  declare count: number

  /** Whether the bell shows it. */
  @column(booleanFlag)
  declare isListed: boolean

  /** The newest `seq` of its conversation when the agent was last alerted, and when that was. */
  @column()
  declare alertedSeq: number

  @column(utcTimestamp)
  declare alertedAt: DateTime | null

  @column(utcTimestamp)
  declare mailedAt: DateTime | null

  @column(utcTimestamp)
  declare readAt: DateTime | null

  /** When it was last raised. */
  @column(utcTimestamp)
  declare occurredAt: DateTime

  @belongsTo(() => Agent)
  declare agent: BelongsTo<typeof Agent>

  @belongsTo(() => Agent, { foreignKey: 'byAgentId' })
  declare by: BelongsTo<typeof Agent>

  @belongsTo(() => Conversation)
  declare conversation: BelongsTo<typeof Conversation>

  @belongsTo(() => Message)
  declare message: BelongsTo<typeof Message>
}
