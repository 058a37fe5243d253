import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('visitors'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('widget_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('widgets'))
        .onDelete('CASCADE')
      exact(table.string('token_hash', 64)).notNullable().unique()
      table.datetime('token_expires_at', { precision: 3 }).notNullable()
      table.string('name', 255).nullable()
      table.string('email', 254).nullable()
      table.string('phone', 32).nullable()
      table.string('ip_address', 64).nullable()
      table.string('user_agent', 512).nullable()
      table.string('country_code', 8).nullable()
      table.string('referrer', 1024).nullable()
      table.string('current_page', 2048).nullable()
      table.string('current_page_title', 512).nullable()
      exact(table.string('person_id', 64)).nullable()
      table.datetime('first_seen_at', { precision: 3 }).notNullable()
      table.datetime('last_seen_at', { precision: 3 }).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.index(['tenant_id', 'person_id'], 'chat_visitors_person_index')
    })

    this.schema.createTable(chatTable('visitor_page_views'), (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('visitor_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('visitors'))
        .onDelete('CASCADE')
      table.string('url', 2048).notNullable()
      table.string('title', 512).nullable()
      table.datetime('viewed_at', { precision: 3 }).notNullable()

      table.index(['visitor_id', 'id'], 'chat_page_views_trail_index')
    })
  }

  async down() {
    this.schema.dropTable(chatTable('visitor_page_views'))
    this.schema.dropTable(chatTable('visitors'))
  }
}
