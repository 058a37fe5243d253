import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/**
 * Labels (C7), saved views (I11), and what lets the inbox be filtered by them at any size (I2): a
 * label's conversations are kept in the order of the list.
 */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('labels'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('name', 40).notNullable()
      exact(table.string('name_key', 80)).notNullable()
      table.string('color', 7).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.unique(['tenant_id', 'name_key'], { indexName: 'chat_labels_name_unique' })
    })

    this.schema.createTable(chatTable('conversation_labels'), (table) => {
      table
        .integer('conversation_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('conversations'))
        .onDelete('CASCADE')
      table
        .integer('label_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('labels'))
        .onDelete('CASCADE')
      table.string('in_folder', 8).notNullable()
      table.datetime('sorted_at', { precision: 3 }).notNullable()

      table.primary(['conversation_id', 'label_id'])
      table.index(
        ['label_id', 'in_folder', 'sorted_at', 'conversation_id'],
        'chat_conversation_labels_list_index'
      )
    })

    this.schema.createTable(chatTable('saved_views'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('agent_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('agents'))
        .onDelete('CASCADE')
      table.boolean('is_shared').notNullable().defaultTo(false)
      table.string('name', 60).notNullable()
      table.text('filters').notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.index(['tenant_id', 'is_shared', 'agent_id'], 'chat_saved_views_tenant_index')
    })

    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.boolean('is_labelled').notNullable().defaultTo(false)
      table.index(
        ['tenant_id', 'folder', 'widget_id', 'last_message_at', 'id'],
        'chat_conversations_widget_index'
      )
      table.index(
        ['tenant_id', 'folder', 'priority', 'last_message_at', 'id'],
        'chat_conversations_priority_index'
      )
    })
  }

  async down() {
    const conversations = chatTable('conversations')
    this.schema.alterTable(conversations, (table) => {
      table.dropIndex([], 'chat_conversations_priority_index')
      table.dropIndex([], 'chat_conversations_widget_index')
    })
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${conversations} drop column is_labelled`)
    this.schema.dropTable(chatTable('saved_views'))
    this.schema.dropTable(chatTable('conversation_labels'))
    this.schema.dropTable(chatTable('labels'))
  }
}
