import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What happens later: a row per purpose, written with what caused it, and the replies that agents send later. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    /** No foreign keys: a row whose conversation is gone finds nothing to do, and goes. */
    this.schema.createTable(chatTable('due_actions'), (table) => {
      exact(table.string('key', 120)).notNullable().primary()
      exact(table.string('token', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('kind', 32).notNullable()
      table.integer('conversation_id').unsigned().nullable()
      table.text('payload').notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      table.datetime('due_at', { precision: 3 }).nullable().index('chat_due_actions_due')
      table.string('error', 500).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.index(['tenant_id', 'kind', 'due_at'], 'chat_due_actions_tenant')
    })

    this.schema.createTable(chatTable('planned_replies'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      table.integer('agent_id').unsigned().notNullable()
      table.string('agent_name', 255).notNullable()
      table.text('content').notNullable()
      exact(table.string('client_message_id', 36)).notNullable()
      table.datetime('due_at', { precision: 3 }).notNullable()
      table.string('problem', 16).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_planned_replies_external' })
      table.unique(['agent_id', 'client_message_id'], { indexName: 'chat_planned_replies_once' })
      table.index(['conversation_id', 'due_at'], 'chat_planned_replies_conversation')
    })
  }

  async down() {
    for (const name of ['planned_replies', 'due_actions']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
