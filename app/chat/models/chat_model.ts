import { BaseModel } from '@adonisjs/lucid/orm'
import app from '@adonisjs/core/services/app'
import type { ChatConfig } from '#chat/define_config'

/** The full name of one of the module's tables: the prefix comes from `config/chat.ts`. */
export function chatTable(name: string) {
  return `${app.config.get<ChatConfig>('chat').tablePrefix}chat_${name}`
}

/** What all models of the module share: JSON speaks snake_case as the columns do. */
export abstract class ChatModel extends BaseModel {
  static selfAssignPrimaryKey = false
}
