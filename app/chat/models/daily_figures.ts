import { column } from '@adonisjs/lucid/orm'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { jsonDocument } from '#chat/models/columns'

/** The tally of conversations that started on one local day, for one widget and one agent. */
export default class DailyFigures extends ChatModel {
  static get table() {
    return chatTable('daily_figures')
  }

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  /** `2026-03-29`, in the tenant's time zone. */
  @column()
  declare day: string

  @column()
  declare widgetId: number

  /** 0 when unassigned: a unique index treats nulls as different. */
  @column()
  declare agentId: number

  @column()
  declare started: number

  /** One number per answered conversation, so that averages and percentiles stay exact. */
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
