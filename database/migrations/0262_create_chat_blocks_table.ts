import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Blocked visitors (V8), and the addresses that are blocked with them for a time. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('blocks'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('visitor_id').unsigned().notNullable()
      table.string('agent_name', 255).notNullable()
      exact(table.string('address_key', 64)).nullable()
      table.datetime('address_until', { precision: 3 }).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_blocks_external' })
      table.unique(['visitor_id'], { indexName: 'chat_blocks_visitor' })
      table.index(['tenant_id', 'id'], 'chat_blocks_tenant')
      table.index(['address_until'], 'chat_blocks_until')
    })
    this.schema.alterTable(chatTable('visitors'), (table) => {
      table.datetime('blocked_at', { precision: 3 }).nullable()
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('visitors')} drop column blocked_at`)
    this.schema.dropTable(chatTable('blocks'))
  }
}
