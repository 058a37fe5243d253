import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const INDEX = 'chat_conversations_unassigned_index'

/**
 * The list of unassigned conversations in its order. Other databases read it from the agents' index, whose empty entries
 * PostgreSQL does not know to be in order.
 */
export default class extends BaseSchema {
  async up() {
    if (!this.#isNeeded) return
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.index(['tenant_id', 'folder', 'last_message_at', 'id'], INDEX, {
        predicate: this.db.knexQuery().whereNull('agent_id'),
      })
    })
  }

  async down() {
    if (!this.#isNeeded) return
    this.schema.alterTable(chatTable('conversations'), (table) => table.dropIndex([], INDEX))
  }

  get #isNeeded() {
    return this.db.dialect.name === 'postgres'
  }
}
