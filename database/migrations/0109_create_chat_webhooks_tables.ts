import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Webhooks, and each of their deliveries from the moment at which it is due (Z3). */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('webhooks'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable().index('chat_webhooks_tenant')
      table.string('url', 2048).notNullable()
      table.string('description', 255).nullable()
      table.text('events').notNullable()
      table.boolean('include_notes').notNullable().defaultTo(false)
      table.boolean('allow_private').notNullable().defaultTo(false)
      table.boolean('is_active').notNullable().defaultTo(true)
      table.text('secret').notNullable()
      table.string('secret_hint', 8).notNullable()
      table.text('previous_secret').nullable()
      table.datetime('previous_secret_until', { precision: 3 }).nullable()
      table.datetime('failing_since', { precision: 3 }).nullable()
      table.string('stopped_because', 16).nullable()
      exact(table.string('user_created_id', 64)).nullable()
      exact(table.string('user_updated_id', 64)).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()
    })

    /**
     * No foreign keys: a webhook that another process has just deleted must not fail a visitor's message, and what
     * reports a conversation's end outlives it.
     */
    this.schema.createTable(chatTable('webhook_deliveries'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('webhook_id').unsigned().notNullable()
      table.integer('conversation_id').unsigned().nullable().index('chat_deliveries_conversation')
      table.string('event', 64).notNullable()
      table.text('payload', 'longtext').notNullable()
      table.string('status', 16).notNullable().defaultTo('pending')
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      table.datetime('due_at', { precision: 3 }).nullable()
      table.datetime('attempted_at', { precision: 3 }).nullable()
      table.integer('duration_ms').unsigned().nullable()
      table.integer('response_status').unsigned().nullable()
      table.string('response_text', 500).nullable()
      table.string('error', 32).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()

      table.index(['webhook_id', 'id'], 'chat_deliveries_log')
      table.index(['webhook_id', 'due_at'], 'chat_deliveries_due')
    })
  }

  async down() {
    for (const name of ['webhook_deliveries', 'webhooks']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
