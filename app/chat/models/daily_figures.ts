import { column } from '@adonisjs/lucid/orm'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { jsonDocument } from '#chat/models/columns'

/** What the conversations that started on one local day come to, for one widget and one agent. */
export default class DailyFigures extends ChatModel {
  static table = chatTable('daily_figures')

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  /** `2026-03-29`, in the tenant's time zone. */
  @column()
  declare day: string

  @column()
  declare widgetId: number

  /** 0 for nobody: a unique index takes no null for equal. */
  @column()
  declare agentId: number

  @column()
  declare started: number

  /** One number per answered conversation: averages and percentiles stay exact. */
  @column(jsonDocument)
  declare responseSeconds: number[]

  /** One number per resolved conversation. */
  @column(jsonDocument)
  declare resolutionSeconds: number[]

  @column()
  declare ratingSum: number

  @column()
  declare ratingCount: number
}
