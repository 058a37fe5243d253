import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Who takes chats from the queue, for which widgets and departments, and who waits in it (R1–R5). */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.alterTable(chatTable('agents'), (table) => {
      table.boolean('is_serving').notNullable().defaultTo(false)
      table.boolean('is_idle').notNullable().defaultTo(false)
      table.datetime('status_changed_at', { precision: 3 }).nullable()
      table.datetime('last_assigned_at', { precision: 3 }).nullable()

      table.index(['is_serving', 'last_active_at'], 'chat_agents_serving_index')
    })

    this.schema.createTable(chatTable('departments'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('name', 120).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.unique(['tenant_id', 'name'], { indexName: 'chat_departments_name_unique' })
    })

    for (const [name, other] of [
      ['agent_departments', 'department'],
      ['agent_widgets', 'widget'],
    ]) {
      this.schema.createTable(chatTable(name), (table) => {
        table
          .integer('agent_id')
          .unsigned()
          .notNullable()
          .references('id')
          .inTable(chatTable('agents'))
          .onDelete('CASCADE')
        table
          .integer(`${other}_id`)
          .unsigned()
          .notNullable()
          .references('id')
          .inTable(chatTable(`${other}s`))
          .onDelete('CASCADE')
        table.primary(['agent_id', `${other}_id`])
      })
    }

    /** No foreign key: SQLite can add one only by copying the table. Removing a department clears it. */
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.integer('department_id').unsigned().nullable()
      table.datetime('queued_at', { precision: 3 }).nullable()
      table.datetime('assigned_at', { precision: 3 }).nullable()
      table.integer('queue_seconds').unsigned().nullable()

      table.index(['tenant_id', 'queued_at', 'id'], 'chat_conversations_queue_index')
      table.index(['tenant_id', 'widget_id', 'assigned_at'], 'chat_conversations_assigned_index')
      table.index(['department_id'], 'chat_conversations_department_index')
    })
  }

  async down() {
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.dropIndex([], 'chat_conversations_queue_index')
      table.dropIndex([], 'chat_conversations_assigned_index')
      table.dropIndex([], 'chat_conversations_department_index')
    })
    this.#dropColumns('conversations', [
      'department_id',
      'queued_at',
      'assigned_at',
      'queue_seconds',
    ])
    this.schema.dropTable(chatTable('agent_widgets'))
    this.schema.dropTable(chatTable('agent_departments'))
    this.schema.dropTable(chatTable('departments'))
    this.schema.alterTable(chatTable('agents'), (table) => {
      table.dropIndex([], 'chat_agents_serving_index')
    })
    this.#dropColumns('agents', ['is_serving', 'is_idle', 'status_changed_at', 'last_assigned_at'])
  }

  /** In place on both databases: a copied table would take what refers to it along on SQLite. */
  #dropColumns(name: string, columns: string[]) {
    for (const column of columns) {
      this.schema.raw(`alter table ${chatTable(name)} drop column ${column}`)
    }
  }
}
