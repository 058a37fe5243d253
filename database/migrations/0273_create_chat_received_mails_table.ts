import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What a database calls a column for a whole email. */
const BYTES: Record<string, string> = { mysql: 'longblob', postgres: 'bytea' }

/** The originals of emails that became messages. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    const bytes = BYTES[this.db.dialect.name] ?? 'blob'
    this.schema.createTable(chatTable('received_mails'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      exact(table.string('once_hash', 64)).notNullable()
      table.string('from_address', 254).notNullable()
      table.string('from_name', 255).notNullable()
      table.string('subject', 255).notNullable()
      table.integer('size').unsigned().notNullable()
      table.specificType('raw', bytes).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_received_mails_external' })
      table.unique(['once_hash'], { indexName: 'chat_received_mails_once' })
      table.index(['conversation_id'], 'chat_received_mails_conversation')
    })
  }

  async down() {
    this.schema.dropTable(chatTable('received_mails'))
  }
}
