import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('conversations'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('number').unsigned().notNullable()
      table
        .integer('widget_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('widgets'))
        .onDelete('CASCADE')
      table
        .integer('visitor_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('visitors'))
        .onDelete('CASCADE')
      table
        .integer('agent_id')
        .unsigned()
        .nullable()
        .references('id')
        .inTable(chatTable('agents'))
        .onDelete('SET NULL')
      table.string('agent_name', 255).nullable()
      table.string('handler_type', 16).notNullable().defaultTo('agent')
      table.integer('open_key').unsigned().nullable().unique()
      exact(table.string('previous_id', 36)).nullable()
      table.string('folder', 8).notNullable()
      table.string('status', 16).notNullable()
      table.string('priority', 8).notNullable().defaultTo('normal')
      table.string('subject', 255).nullable()
      table.string('source_url', 2048).nullable()
      table.string('source_page_title', 512).nullable()
      table.string('last_message', 255).nullable()
      table.string('last_message_sender_type', 16).nullable()
      table.integer('last_message_sender_id').unsigned().nullable()
      table.datetime('last_message_at', { precision: 3 }).notNullable()
      table.integer('message_count').unsigned().notNullable().defaultTo(0)
      table.integer('last_seq').unsigned().notNullable().defaultTo(0)
      table.integer('agent_read_seq').unsigned().notNullable().defaultTo(0)
      table.integer('visitor_read_seq').unsigned().notNullable().defaultTo(0)
      table.integer('agent_unread_count').unsigned().notNullable().defaultTo(0)
      table.integer('visitor_unread_count').unsigned().notNullable().defaultTo(0)
      table.datetime('waiting_since', { precision: 3 }).nullable()
      table.datetime('first_response_at', { precision: 3 }).nullable()
      table.datetime('resolved_at', { precision: 3 }).nullable()
      table.datetime('closed_at', { precision: 3 }).nullable()
      table.datetime('archived_at', { precision: 3 }).nullable()
      table.integer('rating').nullable()
      table.text('feedback').nullable()
      exact(table.string('lead_id', 64)).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.unique(['tenant_id', 'number'], { indexName: 'chat_conversations_number_unique' })
      table.index(
        ['tenant_id', 'folder', 'last_message_at', 'id'],
        'chat_conversations_folder_index'
      )
      table.index(
        ['tenant_id', 'folder', 'status', 'last_message_at', 'id'],
        'chat_conversations_status_index'
      )
      table.index(
        ['tenant_id', 'folder', 'agent_id', 'last_message_at', 'id'],
        'chat_conversations_agent_index'
      )
      table.index(['visitor_id', 'id'], 'chat_conversations_visitor_index')
      table.index(['tenant_id', 'lead_id'], 'chat_conversations_lead_index')
    })
  }

  async down() {
    this.schema.dropTable(chatTable('conversations'))
  }
}
