import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

const LINKS = [
  ['agent_departments', 'department'],
  ['agent_widgets', 'widget'],
]

/** Agents, and the departments and widgets whose chats they take (R1–R5). */
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
      table.boolean('is_serving').notNullable().defaultTo(false)
      table.boolean('is_idle').notNullable().defaultTo(false)
      table.datetime('status_changed_at', { precision: 3 }).nullable()
      table.datetime('last_assigned_at', { precision: 3 }).nullable()
      table.integer('awaiting_chats_count').notNullable().defaultTo(0)
      table.boolean('awaiting_visitor_counts').notNullable().defaultTo(true)
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.unique(['tenant_id', 'user_id'], { indexName: 'chat_agents_user_unique' })
      table.index(['tenant_id', 'last_active_at'], 'chat_agents_presence_index')
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

    for (const [name, other] of LINKS) {
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
  }

  async down() {
    for (const name of ['agent_widgets', 'agent_departments', 'departments', 'agents']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
