import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcMoment, yesNo } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

export const AGENT_STATUSES = ['online', 'away', 'busy', 'offline'] as const
export type AgentStatus = (typeof AGENT_STATUSES)[number]

/** How many chats at a time an agent takes unless somebody decides otherwise (R1). */
export const DEFAULT_MAXIMUM = 5

/**
 * A CRM user as the chat knows them. The name is a copy, kept fresh whenever the user acts, so that
 * lists and threads need not ask the host.
 */
export default class Agent extends TenantModel {
  static table = chatTable('agents')

  @column()
  declare userId: string

  @column()
  declare name: string

  @column()
  declare avatarUrl: string | null

  @column()
  declare status: AgentStatus

  /** Takes chats from the queue: an admin has added this user under Chat > Agents (R1). */
  @column(yesNo)
  declare isServing: boolean

  /** The browser has seen no input for a while; no choice of the agent's (R2). */
  @column(yesNo)
  declare isIdle: boolean

  @column()
  declare maxConcurrentChats: number

  @column()
  declare currentChatsCount: number

  @column()
  declare totalChatsCount: number

  @column()
  declare totalRating: number

  @column()
  declare ratingsCount: number

  @column(utcMoment)
  declare lastActiveAt: DateTime | null

  /** When the agent last chose a status. */
  @column(utcMoment)
  declare statusChangedAt: DateTime | null

  /** When the agent last got a conversation: of two with the same load the longer one without is next. */
  @column(utcMoment)
  declare lastAssignedAt: DateTime | null

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
