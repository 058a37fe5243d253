import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Visitors: who they are, the pages they view, the browsers in which they are verified (V6), and the blocked ones (V8). */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('visitors'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('widget_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('widgets'))
        .onDelete('CASCADE')
      exact(table.string('token_hash', 64)).notNullable().unique()
      table.datetime('token_expires_at', { precision: 3 }).notNullable()
      table.string('name', 255).nullable()
      table.string('email', 254).nullable()
      table.string('phone', 32).nullable()
      table.string('ip_address', 64).nullable()
      table.string('user_agent', 512).nullable()
      table.string('country_code', 8).nullable()
      table.string('referrer', 1024).nullable()
      table.string('current_page', 2048).nullable()
      table.string('current_page_title', 512).nullable()
      exact(table.string('person_id', 64)).nullable()
      table.datetime('first_seen_at', { precision: 3 }).notNullable()
      table.datetime('last_seen_at', { precision: 3 }).notNullable()
      table.text('contact_sources').nullable()
      exact(table.string('email_key', 254)).nullable()
      exact(table.string('phone_key', 8)).nullable()
      table.string('locale', 16).nullable()
      table.string('consent_version', 40).nullable()
      table.datetime('consent_given_at', { precision: 3 }).nullable()
      exact(table.string('verified_id', 255)).nullable()
      table.datetime('verified_at', { precision: 3 }).nullable()
      table.text('verified_details').nullable()
      table.datetime('blocked_at', { precision: 3 }).nullable()
      table.text('noticed').nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.index(['tenant_id', 'person_id'], 'chat_visitors_person_index')
      table.index(['tenant_id', 'email_key'], 'chat_visitors_email_index')
      table.index(['tenant_id', 'phone_key'], 'chat_visitors_phone_index')
      table.unique(['widget_id', 'verified_id'], { indexName: 'chat_visitors_verified' })
      table.index(['tenant_id', 'id', 'name', 'email'], 'chat_visitors_search_index')
      // The search index of a SQLite database follows names and addresses by it
      if (!['mysql', 'postgres'].includes(this.db.dialect.name)) {
        table.index(['updated_at', 'id'], 'chat_visitors_updated_index')
      }
    })

    this.schema.createTable(chatTable('visitor_page_views'), (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('visitor_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('visitors'))
        .onDelete('CASCADE')
      table.string('url', 2048).notNullable()
      table.string('title', 512).nullable()
      table.datetime('viewed_at', { precision: 3 }).notNullable()

      table.index(['visitor_id', 'id'], 'chat_page_views_trail_index')
    })

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
      exact(table.string('host_user_id', 64)).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['token_hash'], { indexName: 'chat_visitor_sessions_token' })
      table.index(['visitor_id', 'expires_at'], 'chat_visitor_sessions_visitor')
      table.index(['host_user_id'], 'chat_visitor_sessions_host_user')
    })

    this.schema.createTable(chatTable('blocks'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('visitor_id').unsigned().notNullable()
      table.string('agent_name', 255).notNullable()
      exact(table.string('address_key', 64)).nullable()
      table.datetime('address_until', { precision: 3 }).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_blocks_external' })
      table.unique(['visitor_id'], { indexName: 'chat_blocks_visitor' })
      table.index(['tenant_id', 'id'], 'chat_blocks_tenant')
      table.index(['address_until'], 'chat_blocks_until')
    })
  }

  async down() {
    for (const name of [
      'blocks',
      'visitor_sessions',
      'identity_keys',
      'visitor_page_views',
      'visitors',
    ]) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
