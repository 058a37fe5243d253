import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Messages: one sequence per conversation, and each stored once. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('messages'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('conversation_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('conversations'))
        .onDelete('CASCADE')
      table.integer('seq').unsigned().notNullable()
      exact(table.string('client_message_id', 36)).nullable()
      table.string('sender_type', 16).notNullable()
      table.integer('sender_id').unsigned().nullable()
      table.string('sender_name', 255).notNullable()
      table.string('visibility', 8).notNullable().defaultTo('public')
      table.string('type', 16).notNullable().defaultTo('text')
      table.text('content').notNullable()
      table.text('metadata').nullable()
      table.datetime('read_at', { precision: 3 }).nullable()
      table.boolean('is_verified').notNullable().defaultTo(false)
      table.datetime('created_at', { precision: 3 }).notNullable()

      table.unique(['conversation_id', 'seq'], { indexName: 'chat_messages_seq_unique' })
      table.unique(['sender_type', 'sender_id', 'client_message_id'], {
        indexName: 'chat_messages_once_unique',
      })
    })

    // SQLite's index of words would be a table, which a host's schema tools stumble over
    if (this.db.dialect.name === 'mysql') {
      this.schema.raw(
        `alter table ${chatTable('messages')} add fulltext index chat_messages_search_index (content)`
      )
    }
  }

  async down() {
    this.schema.dropTable(chatTable('messages'))
  }
}
