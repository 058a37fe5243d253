import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const CONVERSATIONS = chatTable('conversations')
const INDEX = 'chat_conversations_department_since_index'

/** Since when a conversation waits for its department, so that it does not wait for an empty one for ever. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(CONVERSATIONS, (table) => {
      table.datetime('department_since', { precision: 3 }).nullable()
      table.index(['department_since'], INDEX)
    })
    this.schema.raw(
      `update ${CONVERSATIONS} set department_since = queued_at
        where department_id is not null and queued_at is not null`
    )
  }

  async down() {
    this.schema.alterTable(CONVERSATIONS, (table) => table.dropIndex([], INDEX))
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${CONVERSATIONS} drop column department_since`)
  }
}
