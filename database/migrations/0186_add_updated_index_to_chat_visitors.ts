import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const INDEX = 'chat_visitors_updated_index'

/** What the search index of a SQLite database follows the names and addresses of visitors by. */
export default class extends BaseSchema {
  async up() {
    if (!this.#isNeeded) return
    this.schema.alterTable(chatTable('visitors'), (table) =>
      table.index(['updated_at', 'id'], INDEX)
    )
  }

  async down() {
    if (!this.#isNeeded) return
    this.schema.alterTable(chatTable('visitors'), (table) => table.dropIndex([], INDEX))
  }

  get #isNeeded() {
    return !['mysql', 'postgres'].includes(this.db.dialect.name)
  }
}
