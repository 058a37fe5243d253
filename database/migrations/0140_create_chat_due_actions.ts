import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What is to happen later: a row per purpose, written with what caused it. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    /** No foreign keys: a row whose conversation is gone finds nothing to do, and goes. */
    this.schema.createTable(chatTable('due_actions'), (table) => {
      exact(table.string('key', 120)).notNullable().primary()
      exact(table.string('token', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('kind', 32).notNullable()
      table.integer('conversation_id').unsigned().nullable()
      table.text('payload').notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      table.datetime('due_at', { precision: 3 }).nullable().index('chat_due_actions_due')
      table.string('error', 500).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
    })
  }

  async down() {
    this.schema.dropTable(chatTable('due_actions'))
  }
}
