import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What a tenant has chosen for its whole team; without a row the defaults hold. */
export default class extends BaseSchema {
  protected tableName = chatTable('settings')

  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(this.tableName, (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable().unique()
      table.boolean('awaiting_visitor_counts').notNullable().defaultTo(true)
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()
    })
  }

  async down() {
    this.schema.dropTable(this.tableName)
  }
}
