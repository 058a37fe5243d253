import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Canned responses (R7). */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('canned_responses'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('shortcut', 32).notNullable()
      table.string('title', 120).notNullable()
      table.text('content').notNullable()
      exact(table.string('user_created_id', 64)).nullable()
      exact(table.string('user_updated_id', 64)).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.unique(['tenant_id', 'shortcut'], { indexName: 'chat_canned_shortcut_unique' })
    })
  }

  async down() {
    this.schema.dropTable(chatTable('canned_responses'))
  }
}
