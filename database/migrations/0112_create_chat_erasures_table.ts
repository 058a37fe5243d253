import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Erasures of visitors (V9): who asked for them, and how much was deleted; nothing of what it was. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('erasures'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('visitor_id').unsigned().notNullable()
      exact(table.string('visitor_uuid', 36)).notNullable()
      table.integer('agent_id').unsigned().notNullable()
      exact(table.string('user_id', 64)).notNullable()
      for (const count of ['conversations', 'messages', 'page_views', 'deliveries', 'files']) {
        table.integer(count).unsigned().notNullable().defaultTo(0)
      }
      table.datetime('cancelled_at', { precision: 3 }).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('finished_at', { precision: 3 }).nullable()
      table.unique(['external_id'], { indexName: 'chat_erasures_external' })
      table.unique(['visitor_id'], { indexName: 'chat_erasures_visitor' })
      table.index(['tenant_id', 'id'], 'chat_erasures_tenant')
    })
  }

  async down() {
    this.schema.dropTable(chatTable('erasures'))
  }
}
