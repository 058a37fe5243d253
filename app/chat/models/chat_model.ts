import { BaseModel, CamelCaseNamingStrategy } from '@adonisjs/lucid/orm'
import app from '@adonisjs/core/services/app'
import type { Database } from '@adonisjs/lucid/database'
import type { ChatConfig } from '#chat/config/chat_config'
import { ConfigMissing } from '#chat/exceptions/setup_errors'

const config = () => {
  const found = app.config.get<ChatConfig | undefined>('chat')
  if (!found) throw new ConfigMissing()
  return found
}

/**
 * The full name of one of the module's tables: the prefix comes from `config/chat.ts`. That file imports the module,
 * so the name is known once the application has booted, and no module asks for one while it loads.
 *
 * @throws ConfigMissing without `config/chat.ts`
 */
export function chatTable(name: string) {
  return `${config().tablePrefix}chat_${name}`
}

/** Asked for with the first query, so that no name of a table is needed earlier. */
class ChatNaming extends CamelCaseNamingStrategy {
  relationPivotTable(...names: Parameters<CamelCaseNamingStrategy['relationPivotTable']>) {
    const [, model, related] = names
    return chatTable(`${model.name}_${related.name}s`.toLowerCase())
  }
}

/** The base of all models of the module: JSON keys are snake_case, like the columns. */
export abstract class ChatModel extends BaseModel {
  static selfAssignPrimaryKey = false
  static namingStrategy = new ChatNaming()

  /** Lucid asks for aliases while the model's file loads, when the table's name is not known yet. */
  static $getColumnAlias(columnName: string) {
    return `${this.name}_${columnName}`
  }

  static get connection() {
    return config().connection
  }
}

/** A client of the database that holds the module's tables. */
export const chatClient = (db: Database) => db.connection(ChatModel.connection)
