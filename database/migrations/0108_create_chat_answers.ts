import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Canned responses (R7), and what a visitor's rating needs beside the rating itself (C8). */
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
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.boolean('ask_rating').notNullable().defaultTo(true)
    })
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.integer('rated_agent_id').unsigned().nullable()
      table.datetime('rated_at', { precision: 3 }).nullable()
    })
  }

  /** Plain statements: both databases know them, and no table is rebuilt for a column. */
  async down() {
    this.schema.raw(`ALTER TABLE ${chatTable('conversations')} DROP COLUMN rated_at`)
    this.schema.raw(`ALTER TABLE ${chatTable('conversations')} DROP COLUMN rated_agent_id`)
    this.schema.raw(`ALTER TABLE ${chatTable('widgets')} DROP COLUMN ask_rating`)
    this.schema.dropTable(chatTable('canned_responses'))
  }
}
