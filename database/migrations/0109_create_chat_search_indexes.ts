import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

/**
 * Search (I3). Names and addresses are looked through within an index, a tenant's newest visitors
 * first; words of messages have an index of their own where the database keeps one beside the table
 * (SQLite's would be a table, which a host's schema tools stumble over).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(chatTable('visitors'), (table) => {
      table.index(['tenant_id', 'id', 'name', 'email'], 'chat_visitors_search_index')
    })
    if (this.#hasFulltext) {
      this.schema.raw(
        `alter table ${chatTable('messages')} add fulltext index chat_messages_search_index (content)`
      )
    }
  }

  async down() {
    if (this.#hasFulltext) {
      this.schema.raw(`alter table ${chatTable('messages')} drop index chat_messages_search_index`)
    }
    this.schema.alterTable(chatTable('visitors'), (table) => {
      table.dropIndex([], 'chat_visitors_search_index')
    })
  }

  get #hasFulltext() {
    return this.db.dialect.name === 'mysql'
  }
}
