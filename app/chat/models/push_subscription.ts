import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import Agent from '#chat/models/agent'
import { chatTable } from '#chat/models/chat_model'
import { PushBrowser } from '#chat/models/push_browser'
import type { Language } from '#chat/texts/languages'

/** A browser of an agent that gets pushes. */
export default class PushSubscription extends PushBrowser {
  static get table() {
    return chatTable('push_subscriptions')
  }

  @column()
  declare agentId: number

  /** The language of its notifications; null for that of the installation. */
  @column()
  declare locale: Language | null

  @column()
  declare userAgent: string | null

  @belongsTo(() => Agent)
  declare agent: BelongsTo<typeof Agent>
}
