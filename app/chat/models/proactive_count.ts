import { column } from '@adonisjs/lucid/orm'
import { ChatModel, chatTable } from '#chat/models/chat_model'
import { bigNumber } from '#chat/models/columns'

/** How often a rule's message was shown, dismissed and answered on one day of the tenant's time zone. */
export default class ProactiveCount extends ChatModel {
  static get table() {
    return chatTable('proactive_counts')
  }

  @column({ isPrimary: true, ...bigNumber })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare ruleId: number

  /** As `2026-03-29`. */
  @column()
  declare day: string

  @column()
  declare shown: number

  @column()
  declare dismissed: number

  @column()
  declare answered: number
}
