import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

const VISITORS = chatTable('visitors')

/** Verified visitors (V6): the keys, each visitor's identity, and the browsers where it is in use. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('identity_keys'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('widget_id').unsigned().notNullable()
      table.string('kind', 16).notNullable()
      /** A secret is encrypted; a public key or the address of a key set is not. */
      table.text('value').notNullable()
      table.string('hint', 255).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_identity_keys_external' })
      table.index(['widget_id', 'kind'], 'chat_identity_keys_widget')
    })

    this.schema.createTable(chatTable('visitor_sessions'), (table) => {
      table.bigIncrements('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('widget_id').unsigned().notNullable()
      table.integer('visitor_id').unsigned().notNullable()
      exact(table.string('token_hash', 64)).notNullable()
      table.datetime('verified_until', { precision: 3 }).notNullable()
      table.datetime('expires_at', { precision: 3 }).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['token_hash'], { indexName: 'chat_visitor_sessions_token' })
      table.index(['visitor_id', 'expires_at'], 'chat_visitor_sessions_visitor')
    })

    this.schema.alterTable(VISITORS, (table) => {
      exact(table.string('verified_id', 255)).nullable()
      table.datetime('verified_at', { precision: 3 }).nullable()
      table.text('verified_details').nullable()
      table.unique(['widget_id', 'verified_id'], { indexName: 'chat_visitors_verified' })
    })
    this.schema.alterTable(chatTable('messages'), (table) => {
      table.boolean('is_verified').notNullable().defaultTo(false)
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('messages')} drop column is_verified`)
    this.schema.alterTable(VISITORS, (table) => {
      table.dropUnique([], 'chat_visitors_verified')
    })
    for (const column of ['verified_details', 'verified_at', 'verified_id']) {
      this.schema.raw(`alter table ${VISITORS} drop column ${column}`)
    }
    this.schema.dropTable(chatTable('visitor_sessions'))
    this.schema.dropTable(chatTable('identity_keys'))
  }
}
