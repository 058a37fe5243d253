import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

const NARROWED_BY = ['in_status', 'in_agent_id', 'in_widget_id', 'in_priority']

/** Labels (C7), whose conversations are kept in the order of the inbox's lists with all that these are narrowed to (I2), and saved views (I11). */
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
      table.string('in_status', 16).nullable()
      table.integer('in_agent_id').unsigned().nullable()
      table.integer('in_widget_id').unsigned().nullable()
      table.string('in_priority', 8).nullable()
      table.datetime('in_waiting_since', { precision: 3 }).nullable()

      table.primary(['conversation_id', 'label_id'])
      const list = ['label_id', 'in_folder']
      const order = ['sorted_at', 'conversation_id']
      table.index([...list, ...order, ...NARROWED_BY], 'chat_label_lists_index')
      table.index(
        [...list, 'in_waiting_since', ...order, ...NARROWED_BY],
        'chat_label_lists_waiting_index'
      )
      table.index(
        [...list, 'in_priority', ...order, 'in_status', 'in_agent_id', 'in_widget_id'],
        'chat_label_lists_priority_index'
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
  }

  async down() {
    for (const name of ['saved_views', 'conversation_labels', 'labels']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
