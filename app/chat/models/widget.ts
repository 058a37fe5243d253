import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcMoment, yesNo } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

export const WIDGET_POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const
export const LAUNCHER_ICONS = ['chat', 'message', 'help', 'smile'] as const
export const WIDGET_THEMES = ['auto', 'light', 'dark'] as const
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

export type WidgetPosition = (typeof WIDGET_POSITIONS)[number]
export type LauncherIcon = (typeof LAUNCHER_ICONS)[number]
export type WidgetTheme = (typeof WIDGET_THEMES)[number]
export type Weekday = (typeof WEEKDAYS)[number]

/** Opening times of one day, `HH:mm` in the widget's time zone; an end before the start is next day's. */
export interface OpeningHours {
  enabled: boolean
  start?: string
  end?: string
}

export type BusinessHours = { timezone: string } & Record<Weekday, OpeningHours>

/** A chat widget as an admin shaped it: what is embedded in a website by its public key. */
export default class Widget extends TenantModel {
  static table = chatTable('widgets')

  @column()
  declare publicKey: string

  @column()
  declare name: string

  @column(yesNo)
  declare isActive: boolean

  @column()
  declare handlerType: 'agent' | 'ai_bot' | 'workflow'

  @column()
  declare primaryColor: string

  @column()
  declare textColor: string

  @column()
  declare position: WidgetPosition

  @column()
  declare borderRadius: number

  @column()
  declare launcherSize: number

  @column()
  declare launcherIcon: LauncherIcon

  @column()
  declare logoUrl: string | null

  @column()
  declare theme: WidgetTheme

  @column()
  declare welcomeTitle: string

  @column()
  declare welcomeMessage: string

  @column()
  declare inputPlaceholder: string

  @column()
  declare offlineMessage: string

  @column(yesNo)
  declare collectName: boolean

  @column(yesNo)
  declare collectEmail: boolean

  @column(yesNo)
  declare contactRequired: boolean

  @column(yesNo)
  declare showBranding: boolean

  @column(yesNo)
  declare soundEnabled: boolean

  /** Whether visitors are asked how they were served when a conversation has ended (W14). */
  @column(yesNo)
  declare askRating: boolean

  /** Early tracking (W16): pages are recorded before the visitor opens the chat. */
  @column(yesNo)
  declare trackVisitors: boolean

  /** Origins or bare domains; empty means every website. */
  @column(jsonDocument)
  declare allowedOrigins: string[]

  @column(jsonDocument)
  declare businessHours: BusinessHours | null

  /** When and on which website it was loaded first; only services/setup says whether that still counts. */
  @column(utcMoment)
  declare firstSeenAt: DateTime | null

  @column()
  declare firstSeenOrigin: string | null

  @column()
  declare userCreatedId: string | null

  @column()
  declare userUpdatedId: string | null

  @column(utcMoment)
  declare deletedAt: DateTime | null

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime
}
