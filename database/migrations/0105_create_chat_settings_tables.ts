import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What a tenant has chosen, its numbers, its record of changes (A5), and the processes that serve it. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('settings'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable().unique()
      table.boolean('awaiting_visitor_counts').notNullable().defaultTo(true)
      table.boolean('is_enabled').notNullable().defaultTo(true)
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()
    })

    /** The last number given; its row is the lock that keeps numbers unique (C1). */
    this.schema.createTable(chatTable('counters'), (table) => {
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('name', 32)).notNullable()
      table.integer('value').unsigned().notNullable()
      table.primary(['tenant_id', 'name'])
    })

    this.schema.createTable(chatTable('audit_entries'), (table) => {
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

    /** Times are milliseconds of the epoch by the database's clock. */
    this.schema.createTable(chatTable('processes'), (table) => {
      exact(table.string('id', 36)).primary()
      table.string('name', 190).notNullable()
      table.boolean('has_bus').notNullable()
      table.bigInteger('started_at').notNullable()
      table.bigInteger('seen_at').notNullable()
      table.integer('streams').unsigned().notNullable().defaultTo(0)
    })
  }

  async down() {
    for (const name of ['processes', 'audit_entries', 'counters', 'settings']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
