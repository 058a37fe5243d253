import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Who changed what about the chat, besides conversations, whose threads say so themselves (A5). */
export default class extends BaseSchema {
  protected tableName = chatTable('audit_entries')

  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(this.tableName, (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('user_id', 64)).nullable()
      table.string('area', 32).notNullable()
      table.string('action', 64).notNullable()
      exact(table.string('subject_id', 64)).nullable()
      table.string('subject_name', 255).nullable()
      table.text('changed').notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()

      table.index(['tenant_id', 'id'], 'chat_audit_entries_list_index')
      table.index(['tenant_id', 'area', 'id'], 'chat_audit_entries_area_index')
    })
  }

  async down() {
    this.schema.dropTable(this.tableName)
  }
}
