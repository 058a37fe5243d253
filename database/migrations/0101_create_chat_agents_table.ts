import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('agents'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('user_id', 64)).notNullable()
      table.string('name', 255).notNullable()
      table.string('avatar_url', 1024).nullable()
      table.string('status', 16).notNullable().defaultTo('online')
      table.integer('max_concurrent_chats').notNullable().defaultTo(5)
      table.integer('current_chats_count').notNullable().defaultTo(0)
      table.integer('total_chats_count').notNullable().defaultTo(0)
      table.integer('total_rating').notNullable().defaultTo(0)
      table.integer('ratings_count').notNullable().defaultTo(0)
      table.datetime('last_active_at', { precision: 3 }).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.unique(['tenant_id', 'user_id'], { indexName: 'chat_agents_user_unique' })
      table.index(['tenant_id', 'last_active_at'], 'chat_agents_presence_index')
    })
  }

  async down() {
    this.schema.dropTable(chatTable('agents'))
  }
}
