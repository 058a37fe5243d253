import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

const CONVERSATIONS = chatTable('conversations')
const INDEX = 'chat_conversations_address_index'

/**
 * From which address a conversation comes, so that one address cannot fill the queue, and in which round of the
 * queue its address has its turn. What is open already counts for its visitor's IPv4 address, or for none.
 */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.alterTable(CONVERSATIONS, (table) => {
      exact(table.string('address_key', 64)).nullable()
      table.integer('queue_round').unsigned().notNullable().defaultTo(0)
      table.index(['tenant_id', 'address_key', 'folder', 'status'], INDEX)
    })
    this.schema.raw(
      `update ${CONVERSATIONS} set address_key = (select ip_address from ${chatTable('visitors')}
        where id = ${CONVERSATIONS}.visitor_id and ip_address not like '%:%') where folder = 'open'`
    )
  }

  async down() {
    this.schema.alterTable(CONVERSATIONS, (table) => table.dropIndex([], INDEX))
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${CONVERSATIONS} drop column address_key`)
    this.schema.raw(`alter table ${CONVERSATIONS} drop column queue_round`)
  }
}
