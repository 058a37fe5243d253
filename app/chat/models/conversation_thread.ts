import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { booleanFlag, utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** Who wrote a message. */
export type SenderType = 'visitor' | 'agent' | 'bot' | 'system'

/** A conversation's thread: its newest message, how far each side has read, and since when an answer is awaited. */
export abstract class ConversationThread extends TenantModel {
  @column()
  declare lastMessage: string | null

  @column()
  declare lastMessageSenderType: SenderType | null

  @column()
  declare lastMessageSenderId: number | null

  @column(utcTimestamp)
  declare lastMessageAt: DateTime

  @column()
  declare messageCount: number

  @column()
  declare lastSeq: number

  @column()
  declare agentReadSeq: number

  @column()
  declare visitorReadSeq: number

  /** Messages of the visitor that no agent has read. */
  @column()
  declare agentUnreadCount: number

  /** Messages to the visitor that the visitor has not read. */
  @column()
  declare visitorUnreadCount: number

  /** Since when the visitor has waited for an answer; null when it is the visitor's turn. */
  @column(utcTimestamp)
  declare waitingSince: DateTime | null

  @column(utcTimestamp)
  declare firstResponseAt: DateTime | null

  /** When it counts as missed, unless an agent answers first (N4). */
  @column(utcTimestamp)
  declare missedDueAt: DateTime | null

  /** When its visitor gets the agents' replies by email, unless they were read by then. */
  @column(utcTimestamp)
  declare mailDueAt: DateTime | null

  /** Whether its visitor has a browser that gets pushes. */
  @column({ ...booleanFlag, serializeAs: null })
  declare getsPushes: boolean

  /** When its visitor gets the agents' replies as a push, unless they were read by then. */
  @column(utcTimestamp)
  declare pushDueAt: DateTime | null

  /** When its agent is notified of the visitor's newest messages, unless they look at them by then (N2). */
  @column(utcTimestamp)
  declare notifyAt: DateTime | null
}
