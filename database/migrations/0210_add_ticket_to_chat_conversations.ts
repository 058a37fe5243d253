import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

const CONVERSATIONS = chatTable('conversations')
const INDEX = 'chat_conversations_ticket_index'

/** The host's ticket that an agent has made of a conversation. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.alterTable(CONVERSATIONS, (table) => {
      exact(table.string('ticket_id', 64)).nullable()
      table.index(['tenant_id', 'ticket_id'], INDEX)
    })
  }

  async down() {
    this.schema.alterTable(CONVERSATIONS, (table) => table.dropIndex([], INDEX))
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${CONVERSATIONS} drop column ticket_id`)
  }
}
