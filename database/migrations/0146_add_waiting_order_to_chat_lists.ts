import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const CONVERSATIONS = chatTable('conversations')
const LINKS = chatTable('conversation_labels')
const INDEX = 'chat_conversations_waiting_index'
const LABEL_INDEX = 'chat_label_lists_waiting_index'
const NARROWED_BY = ['status', 'agent_id', 'widget_id', 'priority']

/** Lists sorted by who has waited longest: those who wait in their order, and all others newest first. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(CONVERSATIONS, (table) => {
      const order = ['tenant_id', 'folder', 'waiting_since', 'last_message_at', 'id']
      table.index([...order, ...NARROWED_BY], INDEX)
    })
    this.schema.alterTable(LINKS, (table) => {
      table.datetime('in_waiting_since', { precision: 3 }).nullable()
      const order = ['label_id', 'in_folder', 'in_waiting_since', 'sorted_at', 'conversation_id']
      table.index([...order, ...NARROWED_BY.map((column) => `in_${column}`)], LABEL_INDEX)
    })
    this.schema.raw(
      `update ${LINKS} set in_waiting_since = (select waiting_since from ${CONVERSATIONS}
        where id = ${LINKS}.conversation_id)`
    )
  }

  async down() {
    this.schema.alterTable(LINKS, (table) => table.dropIndex([], LABEL_INDEX))
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${LINKS} drop column in_waiting_since`)
    this.schema.alterTable(CONVERSATIONS, (table) => table.dropIndex([], INDEX))
  }
}
