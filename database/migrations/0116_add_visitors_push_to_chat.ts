import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Visitors' browsers that get a push when the team replies. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('visitor_browsers'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('visitor_id').unsigned().notNullable()
      /** The session in which a verified visitor subscribed; the push ends with it. */
      table.bigInteger('session_id').unsigned().nullable()
      table.string('endpoint', 1024).notNullable()
      exact(table.string('endpoint_hash', 64)).notNullable()
      exact(table.string('browser_key', 128)).notNullable()
      table.text('secret').notNullable()
      /** The newest reply that was pushed, and when. */
      table.bigInteger('pushed_message_id').unsigned().notNullable().defaultTo(0)
      table.datetime('pushed_at', { precision: 3 }).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_visitor_browsers_external' })
      table.unique(['endpoint_hash'], { indexName: 'chat_visitor_browsers_endpoint' })
      table.index(['visitor_id'], 'chat_visitor_browsers_visitor')
      table.index(['session_id'], 'chat_visitor_browsers_session')
    })
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.boolean('push_replies').notNullable().defaultTo(false)
    })
    this.schema.alterTable(chatTable('visitors'), (table) => {
      table.boolean('gets_pushes').notNullable().defaultTo(false)
    })
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.boolean('gets_pushes').notNullable().defaultTo(false)
      table.datetime('push_due_at', { precision: 3 }).nullable().index('chat_conversations_push')
    })
  }

  async down() {
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.dropIndex([], 'chat_conversations_push')
    })
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    for (const [table, column] of [
      ['conversations', 'push_due_at'],
      ['conversations', 'gets_pushes'],
      ['visitors', 'gets_pushes'],
      ['widgets', 'push_replies'],
    ]) {
      this.schema.raw(`alter table ${chatTable(table)} drop column ${column}`)
    }
    this.schema.dropTable(chatTable('visitor_browsers'))
  }
}
