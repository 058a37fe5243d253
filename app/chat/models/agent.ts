import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp, booleanFlag } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

export const AGENT_STATUSES = ['online', 'away', 'busy', 'offline'] as const
/** The status that an agent has chosen. */
export type AgentStatus = (typeof AGENT_STATUSES)[number]

/** The default maximum of concurrent chats of an agent (R1). */
export const DEFAULT_MAXIMUM = 5

/**
 * A CRM user as an agent of the chat. The name is a copy, refreshed whenever the user acts, so that lists and threads
 * need not ask the host.
 */
export default class Agent extends TenantModel {
  static get table() {
    return chatTable('agents')
  }

  @column()
  declare userId: string

  @column()
  declare name: string

  @column()
  declare avatarUrl: string | null

  @column()
  declare status: AgentStatus

  /** Takes chats from the queue: an admin has added this user under Chat > Agents (R1). */
  @column(booleanFlag)
  declare isServing: boolean

  /** The browser has seen no input for a while; not the agent's choice (R2). */
  @column(booleanFlag)
  declare isIdle: boolean

  @column()
  declare maxConcurrentChats: number

  /** All open conversations outside the archive. */
  @column()
  declare currentChatsCount: number

  /** How many of them await the visitor. */
  @column()
  declare awaitingChatsCount: number

  /** Whether those count towards the maximum: a copy of the tenant's setting, made when the agent starts to serve. */
  @column(booleanFlag)
  declare awaitingVisitorCounts: boolean

  @column()
  declare totalChatsCount: number

  @column()
  declare totalRating: number

  @column()
  declare ratingsCount: number

  @column(utcTimestamp)
  declare lastActiveAt: DateTime | null

  /** When the agent last chose a status. */
  @column(utcTimestamp)
  declare statusChangedAt: DateTime | null

  /**
   * When the agent was last assigned a conversation: among agents with equal load, the longest without one is next.
   */
  @column(utcTimestamp)
  declare lastAssignedAt: DateTime | null

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime
}
